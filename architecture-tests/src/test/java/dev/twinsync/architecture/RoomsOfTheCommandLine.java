package dev.twinsync.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Each package directly below {@code dev.twinsync.cli} is a room, and so is that one itself, which stands on all others. */
final class RoomsOfTheCommandLine implements SliceAssignment {

    private static final Pattern ROOM = Pattern.compile("dev\\.twinsync\\.(cli(?:\\.\\w+)?)(?:\\..*)?");

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
        Matcher room = ROOM.matcher(type.getPackageName());
        return room.matches() ? SliceIdentifier.of(room.group(1)) : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
        return "rooms of the command line";
    }
}
