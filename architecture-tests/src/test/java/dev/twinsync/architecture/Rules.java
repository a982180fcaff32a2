package dev.twinsync.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import dev.twinsync.port.Backend;
import dev.twinsync.port.Elevation;
import dev.twinsync.port.Journal;
import dev.twinsync.port.MachineLock;
import dev.twinsync.port.TwinRepo;

/** The rules of the house, each a sentence with its reason. */
enum Rules {
    THE_DOMAIN_IS_PURE(classes()
            .that()
            .resideInAPackage(Rooms.DOMAIN)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    Rooms.DOMAIN,
                    "java.lang",
                    "java.lang.runtime",
                    "java.lang.invoke",
                    "java.util",
                    "java.util.function",
                    "java.util.stream",
                    "java.util.regex",
                    "java.math")
            .because("a decision that knows no clock, file or process can be proved and replayed")),

    PORTS_KNOW_ONLY_THE_DOMAIN(classes()
            .that()
            .resideInAnyPackage(Rooms.PORT, Rooms.FLOW)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", Rooms.DOMAIN, Rooms.PORT, Rooms.FLOW)
            .because("flows must run against the simulated machine as against the real one")),

    THE_MACHINE_DOES_NOT_KNOW_THE_REPOSITORY(noClasses()
            .that()
            .resideInAPackage(Rooms.OS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(Rooms.GIT, Rooms.CLI, Rooms.FLOW)
            .because("what may run as root never opens a repository")),

    THE_REPOSITORY_DOES_NOT_KNOW_THE_MACHINE(noClasses()
            .that()
            .resideInAPackage(Rooms.GIT)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(Rooms.OS, Rooms.CLI, Rooms.FLOW)
            .because("each adapter can be exchanged alone")),

    ONLY_THE_RUNNER_STARTS_PROCESSES(noClasses()
            .that()
            .resideOutsideOfPackage("dev.twinsync.os")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.lang.ProcessBuilder")
            .orShould()
            .callMethod(Runtime.class, "exec", String[].class)
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("org.zeroturnaround..")
            .because("a program is started with a fixed path, a cleared environment and limits, or not at all")),

    FRAMEWORKS_STAY_AT_THE_EDGE(noClasses()
            .that()
            .resideOutsideOfPackage(Rooms.CLI)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus..", "jakarta..", "picocli..")
            .because("the house outlives its framework")),

    GIT_AND_YAML_HAVE_ONE_ROOM(noClasses()
            .that()
            .resideOutsideOfPackage(Rooms.GIT)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.eclipse.jgit..", "org.snakeyaml..")
            .because("a repository is opened in one way, with hooks and filters off, and YAML is read in one way")),

    NOTHING_FROM_A_REPOSITORY_IS_LOADED_AS_CODE(noClasses()
            .should()
            .callMethod(Class.class, "forName", String.class)
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.net.URLClassLoader")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.ServiceLoader")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.ObjectInputStream")
            .because("who can write to the repository must not run code on the machine")),

    WHAT_ONLY_CHECKS_CANNOT_CHANGE(noClasses()
            .that()
            .haveFullyQualifiedName("dev.twinsync.flow.plan.CheckPlan")
            .or()
            .haveFullyQualifiedName("dev.twinsync.flow.plan.Status")
            .or()
            .haveFullyQualifiedName("dev.twinsync.flow.logs.ShowLogs")
            .or()
            .haveFullyQualifiedName("dev.twinsync.flow.view.View")
            .or()
            .resideInAPackage("dev.twinsync.flow.planted")
            .should()
            .transitivelyDependOnClassesThat()
            .belongToAnyOf(Backend.class, TwinRepo.class, Journal.class, MachineLock.class, Elevation.class)
            .because("a dry run is what has nothing to change a machine with, not what takes care not to")),

    A_PLUGIN_IS_ONE_ENTRY_OF_THE_CATALOG(noClasses()
            .that()
            .resideInAPackage(Rooms.CLI)
            .and()
            .haveNameNotMatching("dev\\.twinsync\\.cli\\.(catalog\\.(Catalog|\\w+Plugin)|wiring\\.Migration)")
            .should()
            .dependOnClassesThat(JavaClass.Predicates.assignableTo(Backend.class)
                    .and(JavaClass.Predicates.resideInAPackage(Rooms.OS))
                    .and(JavaClass.Predicates.resideOutsideOfPackage("dev.twinsync.os.worker..")))
            .because("who adds a plugin is to find the one place where it is wired")),

    ROOMS_HAVE_TELLING_NAMES(noClasses()
            .should()
            .resideInAnyPackage("..util..", "..common..", "..impl..", "..core..", "..helper..")
            .because("such a room takes anything, so nobody finds anything in it")),

    THE_ROOMS_OF_THE_COMMAND_LINE_STAND_ON_EACH_OTHER(roomsWithoutCircle("dev.twinsync.cli")),

    THE_ROOMS_OF_THE_FLOWS_STAND_ON_EACH_OTHER(roomsWithoutCircle("dev.twinsync.flow")),

    THE_ROOMS_OF_THE_REPOSITORY_STAND_ON_EACH_OTHER(roomsWithoutCircle("dev.twinsync.git")),

    FLOWS_ARE_NOT_EXTENDED(classes()
            .that()
            .resideInAPackage(Rooms.FLOW)
            .and()
            .areTopLevelClasses()
            .and()
            .areNotInterfaces()
            .should()
            .haveModifier(JavaModifier.FINAL)
            .because("a flow is read from top to bottom"));

    /** The packages of the modules. */
    private static final class Rooms {
        static final String DOMAIN = "dev.twinsync.domain..";
        static final String PORT = "dev.twinsync.port..";
        static final String FLOW = "dev.twinsync.flow..";
        static final String OS = "dev.twinsync.os..";
        static final String GIT = "dev.twinsync.git..";
        static final String CLI = "dev.twinsync.cli..";
    }

    private static ArchRule roomsWithoutCircle(String parent) {
        return SlicesRuleDefinition.slices()
                .assignedFrom(new RoomsOf(parent))
                .should()
                .beFreeOfCycles()
                .because("who opens one of them is to find all that it stands on, and nothing that stands on it");
    }

    private final ArchRule rule;

    Rules(ArchRule rule) {
        this.rule = rule;
    }

    ArchRule rule() {
        return rule;
    }
}
