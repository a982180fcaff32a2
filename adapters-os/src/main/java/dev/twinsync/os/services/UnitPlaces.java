package dev.twinsync.os.services;

import dev.twinsync.domain.services.UnitName;
import dev.twinsync.domain.services.UnitPlace;
import dev.twinsync.domain.services.UnitScope;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Tells from the path of a unit file how it comes to systemd, which names the link where there is one. What lies in no folder in
 * which systemd looks is linked into one.
 */
final class UnitPlaces {

    private static final Pattern FOR_THE_MACHINE =
            Pattern.compile("(/run/.*|(/etc|/usr/local/lib|/usr/lib|/lib)/systemd/system(\\.[a-z]+)?)/[^/]+");
    private static final Pattern FOR_USERS = Pattern.compile("(/run/.*|.*/systemd/user(\\.[a-z]+)?)/[^/]+");

    private UnitPlaces() {}

    static UnitPlace of(UnitFacts unit, UnitName name, UnitScope scope) {
        var file = unit.value("FragmentPath");
        if (file.isEmpty() || !unit.hasFile() || unit.says("LoadState", "masked")) {
            return UnitPlace.SHIPPED;
        }
        if (Files.isSymbolicLink(Path.of(file))) {
            return UnitPlace.LINKED;
        }
        return switch (scope) {
            case UnitScope.Machine _ -> place(file, file.equals(own(name, scope)), FOR_THE_MACHINE);
            case UnitScope.User _ -> place(file, file.endsWith(own(name, scope)), FOR_USERS);
        };
    }

    /** Of a user without the home. */
    private static String own(UnitName name, UnitScope scope) {
        return scope.folder().replace("~", "") + "/" + name;
    }

    private static UnitPlace place(String file, boolean own, Pattern searched) {
        if (own) {
            return UnitPlace.OWN;
        }
        return searched.matcher(file).matches() ? UnitPlace.SHIPPED : UnitPlace.LINKED;
    }
}
