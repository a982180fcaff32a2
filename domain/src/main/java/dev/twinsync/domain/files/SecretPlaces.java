package dev.twinsync.domain.files;

import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Where secrets are kept by custom. What stands there is never looked into, never recorded and never written, whatever
 * {@code state/} and {@code config.yaml} say.
 */
public final class SecretPlaces {

    private static final Predicate<TargetPath> SECRET = PathGlob.any(Stream.of(
                    "/etc/shadow*",
                    "/etc/gshadow*",
                    "/etc/security/opasswd*",
                    "/etc/ssh/ssh_host_*_key",
                    "/etc/ssl/private",
                    "/etc/pki/**/private",
                    "/etc/letsencrypt/accounts",
                    "/etc/letsencrypt/archive",
                    "/etc/letsencrypt/keys",
                    "/etc/letsencrypt/live",
                    "/etc/NetworkManager/system-connections",
                    "/etc/wpa_supplicant",
                    "/etc/wireguard",
                    "/etc/iwd",
                    "wg*.conf",
                    "/etc/ppp/*-secrets",
                    "/etc/ipsec.secrets",
                    "/etc/ipsec.d/private",
                    "/etc/swanctl/private",
                    "/etc/apt/auth.conf",
                    "/etc/apt/auth.conf.d",
                    "/etc/credstore*",
                    "/etc/cifs*cred*",
                    "/etc/docker/key.json",
                    "/etc/exim4/passwd.client",
                    "/etc/postfix/sasl_passwd*",
                    "/etc/mysql/debian.cnf",
                    "/etc/mosquitto/*passw*",
                    "/var/lib/twin",
                    ".local/state/twin",
                    "secrets.yaml",
                    "secrets.yml",
                    ".storage",
                    ".env",
                    ".netrc",
                    ".pgpass",
                    ".my.cnf",
                    ".htpasswd",
                    ".smbcredentials",
                    ".git-credentials",
                    ".gnupg",
                    ".password-store",
                    ".aws/credentials",
                    ".docker/config.json",
                    ".kube/config",
                    ".vault-token",
                    "*.keytab",
                    "*.p12",
                    "*.pfx",
                    "*.jks",
                    "*.kdbx",
                    "*.kdb")
            .map(PathGlob::new)
            .toList());

    /** Keys by the habit of their names; the public halves are not secret, and apt calls its public ones {@code .key} too. */
    private static final Predicate<TargetPath> KEY =
            PathGlob.any(Stream.of("id_*", "*.key").map(PathGlob::new).toList());

    private static final Predicate<TargetPath> PUBLIC =
            PathGlob.any(Stream.of("*.pub", "/etc/apt/keyrings/*", "/etc/apt/trusted.gpg.d/*", "/usr/share/keyrings/*")
                    .map(PathGlob::new)
                    .toList());

    private SecretPlaces() {}

    public static boolean cover(TargetPath path) {
        return SECRET.test(path) || (KEY.test(path) && !PUBLIC.test(path));
    }

    /** Why nothing is done there, in words for the user. */
    public static String reason() {
        return "secrets are kept there, which twin never reads, records or writes";
    }
}
