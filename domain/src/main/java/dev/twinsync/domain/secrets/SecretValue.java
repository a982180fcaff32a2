package dev.twinsync.domain.secrets;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether what stands in the place of a secret can be one. */
final class SecretValue {

    private static final Set<String> WORDS = Set.of(
            "true",
            "false",
            "yes",
            "no",
            "on",
            "off",
            "none",
            "null",
            "nil",
            "undefined",
            "empty",
            "default",
            "required",
            "optional",
            "sufficient",
            "requisite",
            "include",
            "substack",
            "disabled",
            "enabled",
            "ask",
            "prompt",
            "never",
            "always",
            "auto",
            "unset",
            "hidden",
            "redacted",
            "masked",
            "removed",
            "unknown",
            "invalid",
            "incorrect",
            "wrong",
            "missing",
            "expired",
            "failed",
            "failure",
            "denied",
            "rejected",
            "accepted",
            "changed",
            "updated",
            "string",
            "str",
            "char",
            "chauthtok",
            "account",
            "text",
            "bytes",
            "int",
            "bool",
            "object",
            "authentication",
            "file",
            "keyring",
            "for",
            "is",
            "was",
            "not",
            "and",
            "or",
            "the",
            "from",
            "of",
            "to",
            "in",
            "with",
            "has");

    /** Another thing is named that holds the secret: a variable, a template, a file, a tag of YAML. */
    static final Pattern REFERENCE =
            Pattern.compile("\\$[A-Za-z_][A-Za-z0-9_]{0,80}(?:[/ ].{0,300})?|\\$__[a-z]{1,20}\\{.{0,200}"
                    + "|\\$?\\{.{0,200}\\}|\\$\\(.{0,200}|\\$\\{.{0,200}|%[A-Za-z_][A-Za-z0-9_]{0,60}%|%[a-zA-Z]|%\\(.{0,80}\\)[a-z]|<[^>]{0,120}>"
                    + "|\\{\\{.{0,200}|\\{%.{0,200}|!(?:secret|env_var|include|vault|reference|Ref|Sub).{0,120}|@@?[A-Z_]{2,60}@@?"
                    + "|(?:file|env|vault|secret|op|arn|keyring|exec|cmd|bw)://?.{0,200}|(?:file|env|vault|keyring):.{1,200}"
                    + "|~?\\.{0,2}/[A-Za-z0-9_.-]{1,80}/.{0,300}|~/.{0,300}|/[a-z]{2,20}"
                    // the databases that nsswitch.conf names
                    + "|(?:files|compat|db|systemd|sss|nis|ldap|winbind)(?: .{0,60})?|[0-9]{1,5}/(?:tcp|udp|sctp|dccp)"
                    // an address of the network
                    + "|(?:[0-9]{1,3}\\.){3}[0-9]{1,3}(?::[0-9]{1,5})?|[0-9a-f:]{0,39}::[0-9a-f:]{0,39}");

    /** What a person writes to say that there would be a secret. */
    static final Pattern BLANKED = Pattern.compile(
            "[*]{2,}|[xX]{3,}|[.]{2,}|[-_=]{2,}|[•●]{1,}|\\[?\\(?(?:redacted|hidden|masked|removed|filtered|sensitive)[^\\n]{0,40}");

    /** A piece of a program. */
    static final Pattern CODE = Pattern.compile(
            "[A-Za-z_][A-Za-z0-9_.]{0,80}\\(.{0,200}|[a-z_]{1,40}(?:\\.[a-z_]{1,40}){1,5}\\(?|[A-Za-z_][A-Za-z0-9_.]{0,80}\\[.{0,200}|\\[.{0,200}|\\{.{0,10}|\\|[-+]?|>[-+]?");

    static final Pattern LIKE_A_KEY = Pattern.compile("[A-Za-z0-9+/%_-]{16,1024}={0,2}");

    /** What people and programs call things: {@code libapache2-mod-php8}, {@code alice/entry-1}; no UUID or other number. */
    private static final Pattern NAME_OF_THING =
            Pattern.compile("(?=[^g-z]{0,80}[g-z])[a-z0-9+]{1,20}(?:[-_/][a-z0-9+]{1,20}){1,12}");

    private static final int SHORTEST = 3;
    private static final int SHORTEST_RANDOM = 8;

    private SecretValue() {}

    /** It could be a password, such as a person picks. */
    static boolean isPlausible(String value) {
        return value.length() >= SHORTEST
                && !WORDS.contains(value.toLowerCase(Locale.ROOT))
                && !standsForAnother(value)
                && !CODE.matcher(value).matches();
    }

    /** It names or hides a secret and is none. */
    static boolean standsForAnother(String value) {
        return value.isBlank()
                || Mask.isIn(value)
                || REFERENCE.matcher(value).matches()
                || BLANKED.matcher(value.toLowerCase(Locale.ROOT)).matches();
    }

    /** It could be a password, and it is no plain word: what stands in running text has to be that much. */
    static boolean isUnusual(String value) {
        return isPlausible(value) && value.length() >= 6 && kinds(value) >= 2;
    }

    /** It looks as a machine made it. */
    static boolean looksRandom(String value) {
        return value.length() >= SHORTEST_RANDOM
                && isPlausible(value)
                && value.indexOf(' ') < 0
                && (kinds(value) >= 2 || value.length() >= 32);
    }

    /** It could be a token that a person made up. */
    static boolean isTokenOfPerson(String value) {
        return isUnusual(value) || value.length() >= SHORTEST_RANDOM && value.indexOf(' ') < 0 && isPlausible(value);
    }

    /** Sixteen letters or more of those that hexadecimal and Base64 have, with digits among them or in both cases, and no name. */
    static boolean looksLikeKey(String value) {
        return LIKE_A_KEY.matcher(value).matches()
                && kinds(value) >= 2
                && !NAME_OF_THING.matcher(value).matches()
                && !standsForAnother(value);
    }

    /** How many of these it has: small letters, capitals, digits, others. */
    private static int kinds(String value) {
        int kinds = 0;
        for (int index = 0; index < value.length(); index++) {
            char letter = value.charAt(index);
            if (letter >= 'a' && letter <= 'z') {
                kinds |= 1;
            } else if (letter >= 'A' && letter <= 'Z') {
                kinds |= 2;
            } else if (letter >= '0' && letter <= '9') {
                kinds |= 4;
            } else {
                kinds |= 8;
            }
        }
        return Integer.bitCount(kinds);
    }
}
