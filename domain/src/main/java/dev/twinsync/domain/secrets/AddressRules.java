package dev.twinsync.domain.secrets;

import java.util.List;

/** Secrets in addresses and in what is sent along with them. */
final class AddressRules {

    private AddressRules() {}

    static List<Rule> rules() {
        return List.of(
                PatternRule.of("password-in-address", "://", "://[^\\s/@:'\"<>]{0,128}+:([^\\s/'\"<>]{1,256})@"),
                // as the target of a link, where slashes that are repeated are one
                PatternRule.of(
                        "password-in-address",
                        ":/",
                        "(?:^|[\\s=\"'])[A-Za-z][A-Za-z0-9+.-]{1,20}+:/(?!/)[^\\s/@:'\"<>]{0,128}+:([^\\s/'\"<>]{1,256})@"),
                PatternRule.of(
                        "token-in-address",
                        "://",
                        "://([^\\s/@:'\"<>]{16,256}+)@",
                        secret -> SecretValue.looksRandom(secret)),
                PatternRule.of(
                        "secret-address",
                        "hc-ping.com /ping/ /api/webhook/ /api/push/ hooks. /webhook /with/key/ /hooks/ discord",
                        "(?:hc-ping\\.com/|/ping/|/api/webhook/|/api/push/|/with/key/"
                                + "|hooks\\.slack\\.com/(?:services|workflows|triggers)/|hooks\\.zapier\\.com/hooks/catch/"
                                + "|\\.office\\.com/webhookb2/|discord(?:app)?\\.com/api/webhooks/[0-9]{5,25}/"
                                + "|/hooks/)([A-Za-z0-9@/_-]{8,})"),
                PatternRule.of(
                        "password-in-address",
                        "@",
                        "(?:^|[\\s=\"'#])(?!mailto:|xmpp:|sips?:|acct:|cc:|to:|from:)[A-Za-z0-9._%+-]{1,64}+:([^\\s/@'\":]{6,128})@[A-Za-z0-9(\\[]",
                        SecretValue::isUnusual),
                PatternRule.of("stream-key", "rtmp", "rtmps?://[^\\s/]{1,128}+/[^\\s/]{1,64}+/([A-Za-z0-9_-]{12,})"),
                PatternRule.of(
                        "authorization",
                        "authorization",
                        "(?i)authorization[\"'\\\\]{0,2}(?:[ \\t]{0,3}[:=][ \\t]{0,3}[\"'\\\\]{0,2}|[ \\t]{1,3}[\"']?(?=bearer|basic|token))"
                                + "(?:(?:bearer|basic|token|apikey|digest|negotiate|key)[ \\t]{1,3})?"
                                + "(?!(?:bearer|basic|token|apikey|digest|negotiate|key)\\b)([A-Za-z0-9._~+/=:-]{4,})"),
                PatternRule.of(
                        "bearer",
                        "bearer",
                        "(?i)\\bbearer[ \\t:]{1,3}([A-Za-z0-9._~+/=-]{10,})",
                        SecretValue::looksRandom),
                PatternRule.of(
                        "cookie",
                        "cookie",
                        "(?i)\\b(?:set-)?cookie[\"']?[ \\t]{0,3}[:=][ \\t]{0,3}[\"']?[A-Za-z0-9_.-]{1,64}=([^\\s;,\"']{8,})"),
                PatternRule.of("wifi-code", "wifi:", "(?i)WIFI:[^\\n]{0,120};P:([^;]{4,64});"));
    }
}
