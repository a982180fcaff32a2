package dev.twinsync.cli;

import dev.twinsync.domain.homeassistant.HomeAssistantConfig;
import dev.twinsync.domain.secrets.Redaction;
import dev.twinsync.domain.supervisor.DesiredPart;
import dev.twinsync.domain.supervisor.Supervisor;
import dev.twinsync.flow.ConfigContents;
import dev.twinsync.flow.DiscreetConfig;
import dev.twinsync.flow.DiscreetSupervisor;
import dev.twinsync.flow.Equipped;
import dev.twinsync.flow.UnmaskedWishes;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.homeassistant.HomeAssistantFolder;
import dev.twinsync.os.homeassistant.Installations;
import dev.twinsync.os.homeassistant.Reach;
import dev.twinsync.os.worker.Hosted;
import dev.twinsync.port.Backups;
import dev.twinsync.port.HomeAssistantFiles;
import dev.twinsync.port.ScanningGate;
import dev.twinsync.port.TwinRepo;
import dev.twinsync.port.WishedContent;
import java.nio.file.Path;

/**
 * The plugins of Home Assistant.
 *
 * @param state where twin keeps what is under way
 */
record HomeAssistantEquipment(CommandRunner commands, Backups backups, StateFolder state, Circumstances circumstances) {

    private static final String REMEDY = "put the secret into a file that only its owner may read, declare"
            + " {secret_file: PATH} for the option, then add the add-on to state/home_assistant.yaml";

    Equipped<?, ?, ?> supervisor(TwinRepo repo, Redaction redaction, Components components) {
        var kind = new Supervisor();
        return Equipped.of(
                Catalog.HOME_ASSISTANT_OS,
                kind,
                new DiscreetSupervisor(components.supervisor(), redaction, repo, kind),
                new UnmaskedWishes<>(DesiredPart::isMasked, REMEDY));
    }

    Equipped<?, ?, ?> config(TwinRepo repo, Redaction redaction, Components components) {
        var files = new DiscreetConfig(components.homeAssistant(), new ScanningGate(redaction));
        return Equipped.of(
                Catalog.HOME_ASSISTANT,
                new HomeAssistantConfig(components.reloads()),
                files,
                new ConfigContents(repo, files));
    }

    /** The files alone: what the Supervisor looks after is the business of who has its token. */
    Hosted<?, ?> onRootSide(WishedContent content, Path repository) {
        return new Hosted<>(new HomeAssistantConfig(true), files(content, repository));
    }

    HomeAssistantFiles files(WishedContent content, Path repository) {
        var installations = Installations.ofThisMachine(commands);
        return new HomeAssistantFolder(
                Reach.ofThisProcess(commands),
                () -> installations.one(circumstances.homeAssistant()),
                content,
                backups,
                repository,
                state.homeAssistant());
    }
}
