package dev.twinsync.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Each package directly below one is a room of it, and so is that one itself. */
final class RoomsOf implements SliceAssignment {

    private final String parent;
    private final Pattern room;

    /** @param parent the name of a package: {@code dev.twinsync.cli} */
    RoomsOf(String parent) {
        this.parent = parent;
        this.room = Pattern.compile("(" + Pattern.quote(parent) + "(?:\\.\\w+)?)(?:\\..*)?");
    }

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
        Matcher matcher = room.matcher(type.getPackageName());
        return matcher.matches() ? SliceIdentifier.of(matcher.group(1)) : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
        return "rooms of " + parent;
    }
}
