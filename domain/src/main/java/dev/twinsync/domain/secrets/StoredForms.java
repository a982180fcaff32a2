package dev.twinsync.domain.secrets;

import java.util.List;

/** Secrets in files that have no names for what they hold, and hashes from which a weak password can be found. */
final class StoredForms {

    private static final String WORD = "[^\\s\"']";

    /** Minutes and what follows: the sign before them tells nothing, it stands within a time. */
    private static final String REST_OF_TIME =
            "[0-5][0-9]:[0-5][0-9](?:[.,][0-9]{1,9})?(?:Z|[+-][0-9:]{2,5})?[ \\t]{0,8}$";

    private StoredForms() {}

    static List<Rule> rules() {
        return List.of(
                PatternRule.of(
                        "password-hash",
                        "$1$ $5$ $6$ $7$ $y$ $gy$ $2 $apr1$ $sm3$ $argon2 $scrypt$ $pbkdf2",
                        "(\\$(?:1|5|6|7|y|gy|2[abxy]?|apr1|sm3|argon2(?:id?|d)|scrypt|pbkdf2[a-z0-9-]{0,12})"
                                + "\\$[A-Za-z0-9./+=,$-]{12,})",
                        secret -> true),
                PatternRule.of(
                        "password-hash",
                        "{ssha {sha {smd5 {md5 {crypt {pbkdf2 pbkdf2_ scram-sha-",
                        "(\\{(?:S?SHA(?:256|512)?|S?MD5|CRYPT|PBKDF2[A-Z0-9-]{0,12})\\}[A-Za-z0-9./+=$-]{12,}"
                                + "|pbkdf2_sha[0-9]{1,3}\\$[A-Za-z0-9./+=$]{20,}"
                                + "|SCRAM-SHA-(?:1|256|512)\\$[0-9]{1,8}:[A-Za-z0-9./+=$:]{20,})",
                        secret -> true),
                // machine HOST login NAME password SECRET, and the lines of it one by one
                PatternRule.of(
                        "login-line",
                        "login",
                        "\\blogin[ \\t]{1,8}\\S{1,128}+[ \\t]{1,8}password[ \\t]{1,8}[\"']?(" + WORD + "{1,256})"),
                PatternRule.of(
                        "snmp-community",
                        "community com2sec",
                        "^[ \\t]{0,20}(?:r[ow]community6?[ \\t]{1,20}|com2sec6?[ \\t]{1,20}\\S{1,64}+[ \\t]{1,20}\\S{1,64}+[ \\t]{1,20})"
                                + "[\"']?(" + WORD + "{1,128})"),
                PatternRule.of(
                        "snmp-user",
                        "createuser",
                        "\\bcreateUser[ \\t]{1,20}\\S{1,64}+[ \\t]{1,20}(?:MD5|SHA[0-9-]{0,4})[ \\t]{1,20}[\"']?("
                                + WORD + "{1,128})"),
                PatternRule.of(
                        "snmp-user",
                        "createuser",
                        "\\bcreateUser[^\\n]{1,200}(?:DES|AES[0-9-]{0,4})[ \\t]{1,20}[\"']?(" + WORD + "{1,128})"),
                // "client" * "secret" *
                PatternRule.of(
                        "ppp-secret",
                        "*",
                        "^[\"']?" + WORD + "{1,64}+[\"']?[ \\t]{1,20}(?:\\*[ \\t]{1,20}[\"']?(" + WORD
                                + "{1,128})[\"']?(?:[ \\t]{1,20}[0-9.*]{1,15})?[ \\t]{0,8}$)",
                        StoredForms::isPppSecret),
                PatternRule.of(
                        "ppp-secret",
                        "*",
                        "^[\"']?" + WORD + "{1,64}+[\"']?[ \\t]{1,20}[A-Za-z0-9._-]{1,64}+[ \\t]{1,20}[\"']?(" + WORD
                                + "{1,128})[\"']?[ \\t]{1,20}\\*[ \\t]{0,8}$",
                        StoredForms::isPppSecret),
                // host:port:database:user:secret
                PatternRule.of(
                        "pgpass-line",
                        ":*: :5 :6",
                        "^[A-Za-z0-9.*_-]{1,128}+:(?:[56][0-9]{3}|\\*):[A-Za-z0-9.*_-]{1,64}+:[A-Za-z0-9.*_-]{1,64}+:((?:[^\\s:\\\\]|\\\\.){1,256})$"),
                // host:user@domain:secret
                PatternRule.of(
                        "relay-login",
                        "@",
                        "^[A-Za-z0-9*.-]{1,128}+:[A-Za-z0-9._%+-]{1,64}+@[A-Za-z0-9.-]{1,128}+:(\\S{3,256})$",
                        SecretValue::isPlausible),
                // "user" "secret"
                PatternRule.of(
                        "user-list",
                        "\" \"",
                        "^\"[^\"\\s]{1,64}+\"[ \\t]{1,8}\"([^\"\\s]{3,256})\"$",
                        SecretValue::isPlausible),
                // https://host/path user secret
                PatternRule.of(
                        "relay-login",
                        "://",
                        "^[\"']?https?://\\S{1,200}+[ \\t]{1,20}\\S{1,64}+[ \\t]{1,20}[\"']?(" + WORD
                                + "{4,128})[\"']?$",
                        SecretValue::isUnusual),
                // password "secret", IDENTIFIED BY 'secret', : PSK "secret"
                PatternRule.of(
                        "quoted-secret",
                        "pass psk eap identified secret",
                        "(?i)\\b(?:password|passwd|pass|passphrase|psk|eap|secret|identified by(?: password)?)[ \\t]{1,20}"
                                + "(?:\"([^\"\\s]{3,128})\")",
                        SecretValue::isPlausible),
                PatternRule.of(
                        "quoted-secret",
                        "pass psk eap identified secret",
                        "(?i)\\b(?:password|passwd|pass|passphrase|psk|eap|secret|identified by(?: password)?)[ \\t]{1,20}"
                                + "(?:'([^'\\s]{3,128})')",
                        SecretValue::isPlausible),
                // the last words of a line, as routers have it; in running text only what is no plain word
                PatternRule.of(
                        "password-at-end",
                        "password passphrase",
                        "(?i)[ \\t](?:password|passphrase)[ \\t]{1,8}(" + WORD + "{6,128})[ \\t]{0,8}$",
                        StoredForms::isMixed),
                PatternRule.of(
                        "password-told",
                        "password passphrase token secret",
                        "(?i)(?<!‹)\\b(?:password|passphrase|token|secret)[ \\t][^:=\\n]{1,60}+[:=][ \\t]?(?!"
                                + REST_OF_TIME + ")(" + WORD + "{6,128})[ \\t]{0,8}$",
                        StoredForms::isMixed),
                PatternRule.of(
                        "answer",
                        "d-i preseed debconf",
                        "^\\S{1,64}+[ \\t]{1,8}\\S{0,80}pass\\S{0,80}[ \\t]{1,8}password[ \\t]{1,8}(" + WORD
                                + "{3,256})",
                        SecretValue::isPlausible),
                PatternRule.of(
                        "database-login",
                        "sqlconnectinfo",
                        "^SQLConnectInfo[ \\t]{1,8}\\S{1,128}+[ \\t]{1,8}\\S{1,64}+[ \\t]{1,8}(\\S{3,128})",
                        SecretValue::isPlausible),
                PatternRule.of("alarm-code", "code:", "^ {2,40}(?:- )?code: [\"']?([0-9]{4,8})[\"']?$", code -> true),
                PatternRule.of(
                        "access-list",
                        "user ",
                        "^user \\S{1,64}+ [^>\\n]{0,120}>(\\S{3,256})",
                        SecretValue::isPlausible),
                PatternRule.of(
                        "monitor-login",
                        "monitor ",
                        "^MONITOR[ \\t]{1,8}\\S{1,128}+[ \\t]{1,8}[0-9]{1,3}[ \\t]{1,8}\\S{1,64}+[ \\t]{1,8}(\\S{3,128})[ \\t]",
                        SecretValue::isPlausible),
                PatternRule.of(
                        "share-login",
                        "%",
                        "\\buser(?:name)?=[^\\s%,]{1,64}+%([^\\s,]{3,128})",
                        SecretValue::isPlausible),
                PatternRule.of(
                        "proxy-login", "login=", "\\blogin=[^\\s:]{1,64}+:(\\S{3,128})", SecretValue::isPlausible),
                PatternRule.of(
                        "plain-password",
                        "{plain {clear",
                        "\\{(?:PLAIN|CLEAR|CLEARTEXT)\\}([^:\\s]{3,128})",
                        SecretValue::isPlausible),
                PatternRule.of(
                        "time-key",
                        "sha md5 aes",
                        "^[0-9]{1,10}[ \\t]{1,8}(?:SHA[0-9]{1,3}|MD5|AES[0-9]{0,3}|M)[ \\t]{1,8}(?:HEX:|ASCII:)?(\\S{8,256})$"),
                PatternRule.of(
                        "here-string",
                        "<<<",
                        "passwd[^\\n<]{0,60}<<<[ \\t]{0,4}[\"']?([^\"'\\s]{3,128})",
                        SecretValue::isPlausible),
                PatternRule.of(
                        "expect-answer",
                        "send",
                        "assword[^\\n]{0,60}?\\bsend [\"']([^\"'\\\\\\s]{3,64})",
                        SecretValue::isPlausible),
                // [host]:port user:secret
                PatternRule.of(
                        "relay-login",
                        ":",
                        "^(?:\\[[A-Za-z0-9.:-]{1,128}+\\]|[A-Za-z0-9-]{1,64}+\\.[A-Za-z0-9.-]{1,128}+)(?::[0-9]{1,5})?[ \\t]{1,20}[A-Za-z0-9._%+@-]{1,128}+:("
                                + WORD + "{4,256})[ \\t]{0,8}$",
                        StoredForms::isRelaySecret));
    }

    /** Letters with digits, or of three kinds. */
    private static boolean isMixed(String secret) {
        return SecretValue.isUnusual(secret) && secret.matches(".*[A-Za-z].*") && secret.matches(".*[0-9].*");
    }

    private static boolean isPppSecret(String secret) {
        return SecretValue.isPlausible(secret) && !secret.matches("[0-9*/,-]+");
    }

    /** Where a time of day or a port follows, it is no login. */
    private static boolean isRelaySecret(String secret) {
        return SecretValue.isPlausible(secret) && !secret.matches("[0-9:./-]+") && !secret.startsWith("/");
    }
}
