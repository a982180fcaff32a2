package dev.twinsync.os.network;

import dev.twinsync.domain.network.Sections;
import java.util.regex.Pattern;

/** What NetworkManager says where it refuses. */
final class Refusal {

    /** {@code 802-11-wireless-security.psk: property is invalid}. */
    private static final Pattern OF_A_SETTING = Pattern.compile("([a-z0-9-]+)\\.([a-z0-9-]+): (.+)", Pattern.DOTALL);

    private Refusal() {}

    /** With the setting behind it, as documents call it: what stands behind the name of a secret and a colon is taken for one. */
    static String inWords(String said) {
        var setting = OF_A_SETTING.matcher(said);
        return "NetworkManager refused: "
                + (setting.matches()
                        ? setting.group(3) + " (" + Sections.shortName(setting.group(1)) + "." + setting.group(2) + ")"
                        : said);
    }
}
