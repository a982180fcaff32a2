package dev.twinsync.architecture;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The house keeps its rules. */
class HouseTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.twinsync");

    @ParameterizedTest
    @EnumSource
    void the_house_keeps(Rules rule) {
        rule.rule().check(HOUSE);
    }

    @Test
    void every_room_was_looked_into() {
        for (String room : new String[] {"domain", "port", "flow", "os", "git", "cli"}) {
            assertTrue(
                    HOUSE.stream().anyMatch(type -> type.getPackageName().startsWith("dev.twinsync." + room)),
                    room + " is empty: the rules would hold for nothing");
        }
    }
}
