package dev.twinsync.architecture;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.twinsync.cli.beside.StandsOnThePlantedRoom;
import dev.twinsync.cli.planted.StandsOnTheRoomBeside;
import dev.twinsync.cli.planted.StartsAProcess;
import dev.twinsync.cli.planted.WiresAPluginByItself;
import dev.twinsync.domain.planted.ReadsAFile;
import dev.twinsync.flow.beside.StandsOnThePlantedFlow;
import dev.twinsync.flow.planted.ChecksAndCouldChange;
import dev.twinsync.flow.planted.MayBeExtended;
import dev.twinsync.flow.planted.StandsOnTheFlowBeside;
import dev.twinsync.git.beside.StandsOnThePlantedWork;
import dev.twinsync.git.planted.KnowsTheMachine;
import dev.twinsync.git.planted.StandsOnTheWorkBeside;
import dev.twinsync.os.planted.OpensARepository;
import dev.twinsync.os.planted.UsesAFramework;
import dev.twinsync.os.planted.UsesJGit;
import dev.twinsync.port.planted.KnowsAnAdapter;
import dev.twinsync.port.planted.LoadsCode;
import dev.twinsync.util.TakesAnything;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every rule is shown to fail once: on classes that were made to break it. */
class PlantedViolationsTest {

    private static final Map<Rules, List<Class<?>>> PLANTED = new EnumMap<>(Map.ofEntries(
            Map.entry(Rules.THE_DOMAIN_IS_PURE, List.of(ReadsAFile.class)),
            Map.entry(Rules.PORTS_KNOW_ONLY_THE_DOMAIN, List.of(KnowsAnAdapter.class)),
            Map.entry(Rules.THE_MACHINE_DOES_NOT_KNOW_THE_REPOSITORY, List.of(OpensARepository.class)),
            Map.entry(Rules.THE_REPOSITORY_DOES_NOT_KNOW_THE_MACHINE, List.of(KnowsTheMachine.class)),
            Map.entry(Rules.ONLY_THE_RUNNER_STARTS_PROCESSES, List.of(StartsAProcess.class)),
            Map.entry(Rules.FRAMEWORKS_STAY_AT_THE_EDGE, List.of(UsesAFramework.class)),
            Map.entry(Rules.GIT_AND_YAML_HAVE_ONE_ROOM, List.of(UsesJGit.class)),
            Map.entry(Rules.NOTHING_FROM_A_REPOSITORY_IS_LOADED_AS_CODE, List.of(LoadsCode.class)),
            Map.entry(Rules.WHAT_ONLY_CHECKS_CANNOT_CHANGE, List.of(ChecksAndCouldChange.class)),
            Map.entry(Rules.A_PLUGIN_IS_ONE_ENTRY_OF_THE_CATALOG, List.of(WiresAPluginByItself.class)),
            Map.entry(Rules.ROOMS_HAVE_TELLING_NAMES, List.of(TakesAnything.class)),
            Map.entry(
                    Rules.THE_ROOMS_OF_THE_COMMAND_LINE_STAND_ON_EACH_OTHER,
                    List.of(StandsOnTheRoomBeside.class, StandsOnThePlantedRoom.class)),
            Map.entry(
                    Rules.THE_ROOMS_OF_THE_FLOWS_STAND_ON_EACH_OTHER,
                    List.of(StandsOnTheFlowBeside.class, StandsOnThePlantedFlow.class)),
            Map.entry(
                    Rules.THE_ROOMS_OF_THE_REPOSITORY_STAND_ON_EACH_OTHER,
                    List.of(StandsOnTheWorkBeside.class, StandsOnThePlantedWork.class)),
            Map.entry(Rules.FLOWS_ARE_NOT_EXTENDED, List.of(MayBeExtended.class))));

    @ParameterizedTest
    @EnumSource
    void a_planted_violation_is_found(Rules rule) {
        var planted = new ClassFileImporter().importClasses(PLANTED.get(rule));
        assertTrue(rule.rule().evaluate(planted).hasViolation(), () -> rule + " did not find " + PLANTED.get(rule));
    }
}
