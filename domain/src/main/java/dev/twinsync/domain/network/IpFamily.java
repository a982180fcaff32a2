package dev.twinsync.domain.network;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** The two kinds of addresses, each with a section of its own. */
enum IpFamily {
    FOUR("ipv4", "IPv4", 32, "10.0.0.2") {
        @Override
        boolean isAddress(String text) {
            return DOTTED.matcher(text).matches();
        }
    },
    SIX("ipv6", "IPv6", 128, "fd00::2") {
        /** The last four bytes may be written as those of IPv4 are. */
        @Override
        boolean isAddress(String text) {
            int colon = text.lastIndexOf(':');
            var isMixed =
                    colon >= 0 && DOTTED.matcher(text.substring(colon + 1)).matches();
            return Ip6.isAddress(isMixed ? text.substring(0, colon + 1) + "0:0" : text);
        }
    };

    private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern DOTTED = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");

    private final String section;
    private final String word;
    private final int bits;
    private final String example;

    IpFamily(String section, String word, int bits, String example) {
        this.section = section;
        this.word = word;
        this.bits = bits;
        this.example = example;
    }

    abstract boolean isAddress(String text);

    static Optional<IpFamily> of(String section) {
        return Arrays.stream(values())
                .filter(family -> family.section.equals(section))
                .findFirst();
    }

    String word() {
        return word;
    }

    /** How long the longest prefix is. */
    int bits() {
        return bits;
    }

    String example() {
        return example;
    }
}
