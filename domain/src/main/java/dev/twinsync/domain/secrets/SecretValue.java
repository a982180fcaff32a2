package dev.twinsync.domain.secrets;

import java.util.Locale;
import java.util.regex.Pattern;

/** Whether what stands in the place of a secret can be one. */
final class SecretValue {

    /** Another thing is named that holds the secret: a variable, a template, a file, a tag of YAML. */
    static final Pattern REFERENCE =
            Pattern.compile("\\$[A-Za-z_][A-Za-z0-9_]{0,80}(?:[/ ].{0,300})?|\\$__[a-z]{1,20}\\{.{0,200}"
                    + "|\\$?\\{.{0,200}\\}|\\$\\(.{0,200}|\\$\\{.{0,200}|%[A-Za-z_][A-Za-z0-9_]{0,60}%|%[a-zA-Z]|%\\(.{0,80}\\)[a-z]|<[^>]{0,120}>"
                    + "|\\{\\{.{0,200}|\\{%.{0,200}|!(?:secret|env_var|include|vault|reference|Ref|Sub).{0,120}|@@?[A-Z_]{2,60}@@?"
                    + "|(?:file|env|vault|secret|op|arn|keyring|exec|cmd|bw)://?.{0,200}|(?:file|env|vault|keyring):.{1,200}"
                    + "|~?\\.{0,2}/[A-Za-z0-9_.-]{1,80}/.{0,300}|~/.{0,300}|/[a-z]{2,20}"
                    // the databases that nsswitch.conf names
                    + "|(?:files|compat|db|systemd|sss|nis|ldap|winbind)(?: .{0,60})?|[0-9]{1,5}/(?:tcp|udp|sctp|dccp)"
                    // where an option of an add-on takes its value from
                    + "|\\{\"?secret_file\"?:.{0,300}"
                    // a moment
                    + "|[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]{1,9})?)?(?:Z|[+-][0-9:]{2,5})?"
                    // an address of the network
                    + "|(?:[0-9]{1,3}\\.){3}[0-9]{1,3}(?::[0-9]{1,5})?|[0-9a-f:]{0,39}::[0-9a-f:]{0,39}");

    /** What a person writes to say that there would be a secret. */
    static final Pattern BLANKED = Pattern.compile(
            "[*]{2,}|[xX]{3,}|[.]{2,}|[-_=]{2,}|[•●]{1,}|\\[?\\(?(?:redacted|hidden|masked|removed|filtered|sensitive)[^\\n]{0,40}");

    /** A piece of a program. */
    static final Pattern CODE = Pattern.compile(
            "[A-Za-z_][A-Za-z0-9_.]{0,80}\\(.{0,200}|[a-z_]{1,40}(?:\\.[a-z_]{1,40}){1,5}\\(?|[A-Za-z_][A-Za-z0-9_.]{0,80}\\[.{0,200}|\\[.{0,200}|\\{.{0,10}|\\|[-+]?|>[-+]?");

    /** Hexadecimal, a UUID, or Base64. */
    static final Pattern LIKE_A_KEY = Pattern.compile("[0-9a-f]{20,1024}|[0-9A-F]{20,1024}"
            + "|[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[A-Za-z0-9+/%_-]{16,1024}={0,2}");

    private static final int SMALL = 1;
    private static final int CAPITAL = 2;
    private static final int DIGIT = 4;
    private static final int OTHER = 8;
    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-fA-F-]{20,1024}");

    private static final int SHORTEST = 3;
    private static final int SHORTEST_RANDOM = 8;

    private SecretValue() {}

    /** It could be a password, such as a person picks. */
    static boolean isPlausible(String value) {
        return value.length() >= SHORTEST
                && !SecretWords.NO_SECRETS.contains(value.toLowerCase(Locale.ROOT))
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

    /**
     * A number in hexadecimal, or sixteen letters or more of Base64: with small letters, capitals and digits. What people and
     * programs call things ({@code libadwaitaqtpriv1}, {@code alice/entry-161c45073796}) is in small letters.
     */
    static boolean looksLikeKey(String value) {
        int kinds = kindsOf(value);
        boolean mixed = (kinds & (SMALL | CAPITAL | DIGIT)) == (SMALL | CAPITAL | DIGIT);
        boolean number = HEXADECIMAL.matcher(value).matches() && Integer.bitCount(kinds) >= 2;
        return LIKE_A_KEY.matcher(value).matches() && (mixed || number) && !standsForAnother(value);
    }

    /** How many of these it has: small letters, capitals, digits, others. */
    private static int kinds(String value) {
        return Integer.bitCount(kindsOf(value));
    }

    private static int kindsOf(String value) {
        int kinds = 0;
        for (int index = 0; index < value.length(); index++) {
            char letter = value.charAt(index);
            if (letter >= 'a' && letter <= 'z') {
                kinds |= SMALL;
            } else if (letter >= 'A' && letter <= 'Z') {
                kinds |= CAPITAL;
            } else if (letter >= '0' && letter <= '9') {
                kinds |= DIGIT;
            } else {
                kinds |= OTHER;
            }
        }
        return kinds;
    }
}
