package dev.twinsync.domain.secrets;

import java.util.List;

/** Secrets that one knows by their look: their makers gave them a beginning of their own. */
final class TokenFormats {

    /** Not in the middle of a word. */
    private static final String ALONE = "(?<![A-Za-z0-9_-])";

    private TokenFormats() {}

    static List<Rule> rules() {
        return List.of(
                token("github-token", "ghp_ gho_ ghu_ ghs_ ghr_", "gh[pousr]_[A-Za-z0-9]{30,255}"),
                token("github-token", "github_pat_", "github_pat_[A-Za-z0-9_]{20,255}"),
                token(
                        "gitlab-token",
                        "glpat- gldt- glrt- glptt- glcbt- glsoat- glft-",
                        "gl[a-z]{2,5}-[A-Za-z0-9_.-]{16,}"),
                token("aws-key-id", "akia asia abia acca", "(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Za-z0-9])"),
                token(
                        "slack-token",
                        "xoxa- xoxb- xoxe xoxo- xoxp- xoxr- xoxs- xapp-",
                        "(?:xox[abeoprs][-.]|xapp-[0-9])[A-Za-z0-9.-]{10,}"),
                token("google-key", "aiza", "AIza[A-Za-z0-9_-]{30,}"),
                token("google-token", "ya29. gocspx-", "(?:ya29\\.|GOCSPX-)[A-Za-z0-9_-]{20,}"),
                token(
                        "stripe-key",
                        "sk_live_ sk_test_ rk_live_ rk_test_ whsec_",
                        "(?:[sr]k_(?:live|test)|whsec)_[A-Za-z0-9]{16,}"),
                token("sendgrid-key", "sg.", "SG\\.[A-Za-z0-9_-]{10,64}\\.[A-Za-z0-9_-]{16,}"),
                token(
                        "twilio-key",
                        "sk0 sk1 sk2 sk3 sk4 sk5 sk6 sk7 sk8 sk9 ska skb skc skd ske skf",
                        "SK[0-9a-f]{32}(?![A-Za-z0-9])"),
                token("mailgun-key", "key-", "key-[0-9a-f]{32}(?![A-Za-z0-9])"),
                token("npm-token", "npm_", "npm_[A-Za-z0-9]{30,}"),
                token("pypi-token", "pypi-", "pypi-[A-Za-z0-9_-]{40,}"),
                token("docker-token", "dckr_pat_ dckr_oat_", "dckr_[po]at_[A-Za-z0-9_-]{20,}"),
                token("digitalocean-token", "dop_v1_ doo_v1_ dor_v1_", "do[opr]_v1_[0-9a-f]{40,}"),
                token("huggingface-token", "hf_", "hf_[A-Za-z0-9]{30,}"),
                token("ai-service-key", "sk-", "sk-(?:[a-z0-9]{2,12}-){0,2}[A-Za-z0-9_-]{20,}"),
                token("tailscale-key", "tskey-", "tskey-[A-Za-z0-9-]{12,}"),
                token("vault-token", "hvs. hvb. hvr.", "hv[sbr]\\.[A-Za-z0-9_-]{20,}"),
                token("shop-token", "shpat_ shpss_ shpca_ shppa_", "shp(?:at|ss|ca|pa)_[0-9a-fA-F]{32}"),
                token("grafana-token", "glsa_ glc_", "gl(?:sa|c)_[A-Za-z0-9+/=_]{30,}"),
                token("atlassian-token", "atatt3 atctt3", "AT[AC]TT3[A-Za-z0-9_=-]{30,}"),
                token(
                        "api-key",
                        "pmak- nrak- lin_api_ rubygems_ figd_ sntrys_ ntn_",
                        "(?:PMAK-|NRAK-|lin_api_|rubygems_|figd_|sntrys_|ntn_)[A-Za-z0-9_-]{20,}"),
                token("password-hash", "grub.pbkdf2", "grub\\.pbkdf2\\.[A-Za-z0-9.]{40,}"),
                token("age-key", "age-secret-key-", "AGE-SECRET-KEY-[A-Z0-9]{30,}"),
                token("json-web-token", "eyj", "eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{4,}(?:\\.[A-Za-z0-9_-]*)?"),
                token("telegram-token", ":aa /bot", "(?:bot)?[0-9]{8,10}:[A-Za-z0-9_-]{34,36}(?![A-Za-z0-9_-])"));
    }

    private static Rule token(String name, String keywords, String pattern) {
        return PatternRule.of(name, keywords, ALONE + "(" + pattern + ")", secret -> true);
    }
}
