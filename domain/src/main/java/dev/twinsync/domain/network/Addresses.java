package dev.twinsync.domain.network;

import dev.twinsync.domain.Printable;
import dev.twinsync.domain.gvariant.GVariant;
import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;

/**
 * Addresses that are none. NetworkManager leaves such a one out of its list without a word, and then takes offence at something else, or at
 * nothing.
 */
final class Addresses {

    private static final Set<String> IN_TABLES = Set.of("address", "dest", "next-hop", "src");
    private static final String PREFIX = "prefix";

    private Addresses() {}

    /** The same value, unless there is such a one in it. */
    static GVariant checked(SettingKey setting, GVariant value) {
        objection(setting, value).ifPresent(why -> {
            throw new IllegalArgumentException(why);
        });
        return value;
    }

    private static Optional<String> objection(SettingKey setting, GVariant value) {
        return IpFamily.of(setting.section()).flatMap(family -> switch (setting.key()) {
            case "gateway" -> address(family, value);
            case "address-data", "route-data" -> inTables(family, value);
            case String _ -> Optional.empty();
        });
    }

    private static Optional<String> inTables(IpFamily family, GVariant tables) {
        return Dictionary.entries(tables).stream()
                .flatMap(table -> Dictionary.entries(table).stream())
                .flatMap(entry -> inTable(family, (GVariant.Entry) entry).stream())
                .findFirst();
    }

    private static Optional<String> inTable(IpFamily family, GVariant.Entry line) {
        var name = Dictionary.name(line);
        return line.value() instanceof GVariant.Variant(var value)
                ? IN_TABLES.contains(name)
                        ? address(family, value)
                        : name.equals(PREFIX) ? prefix(family, value) : Optional.empty()
                : Optional.empty();
    }

    /** Nothing at all is no address and takes one away; behind a mask there is one. */
    private static Optional<String> address(IpFamily family, GVariant value) {
        return value instanceof GVariant.Text(var _, var text)
                        && !text.isEmpty()
                        && !Masks.isIn(value)
                        && !family.isAddress(text)
                ? Optional.of("\"" + Printable.of(text) + "\" is no address of " + family.word() + ", as "
                        + family.example() + " is one")
                : Optional.empty();
    }

    private static Optional<String> prefix(IpFamily family, GVariant value) {
        return value instanceof GVariant.Whole(var _, var number)
                        && (number.signum() < 0 || number.compareTo(BigInteger.valueOf(family.bits())) > 0)
                ? Optional.of("a prefix of " + family.word() + " is 0 to " + family.bits() + ", not " + number)
                : Optional.empty();
    }
}
