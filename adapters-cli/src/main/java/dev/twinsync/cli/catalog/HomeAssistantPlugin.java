package dev.twinsync.cli.catalog;

import dev.twinsync.cli.machine.Machine;
import dev.twinsync.domain.Kind;
import dev.twinsync.domain.homeassistant.ConfigPath;
import dev.twinsync.domain.homeassistant.HomeAssistantConfig;
import dev.twinsync.flow.content.FileContents;
import dev.twinsync.flow.secrecy.DiscreetConfig;
import dev.twinsync.flow.twin.Equipped;
import dev.twinsync.os.homeassistant.HomeAssistantFolder;
import dev.twinsync.os.homeassistant.Installations;
import dev.twinsync.os.homeassistant.MayReload;
import dev.twinsync.os.homeassistant.Reach;
import dev.twinsync.os.worker.Hosted;
import dev.twinsync.os.worker.Reception.Readable;
import dev.twinsync.port.HomeAssistantFiles;
import dev.twinsync.port.ScanningGate;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The configuration of Home Assistant. What its files hold stands in the repository beside the wishes; what is done once they are
 * changed depends on how the machine reaches Home Assistant.
 */
record HomeAssistantPlugin(String name) implements BuiltIn {

    @Override
    public Kind<?, ?, ?> kind() {
        return new HomeAssistantConfig(true);
    }

    @Override
    public Equipped<?, ?, ?> equipped(Equipment with) {
        var files = new DiscreetConfig(files(with.machine()), new ScanningGate(with.redaction()));
        var kind = new HomeAssistantConfig(reloads(with.machine()));
        return Equipped.of(name, kind, files, FileContents.of(with.repo(), files));
    }

    @Override
    public Hosted<?, ?> hosted(Machine.Here here) {
        return new Hosted<>(new HomeAssistantConfig(true), files(here));
    }

    @Override
    public Optional<Readable> contents(Machine.Here here) {
        var files = files(here);
        return Optional.of(key -> files.open(GuestReception.named(() -> new ConfigPath(key))));
    }

    /** Whether Home Assistant can be asked to read a part of its configuration again. */
    static BooleanSupplier reloads(Machine machine) {
        return machine.<BooleanSupplier>make(
                here -> new MayReload(Reach.ofThisProcess(here.commands())), host -> host::reloads);
    }

    private HomeAssistantFiles files(Machine machine) {
        return machine.make(HomeAssistantPlugin::folder, host -> host.homeAssistant(name));
    }

    private static HomeAssistantFiles folder(Machine.Here here) {
        var installations = Installations.ofThisMachine(here.commands());
        return new HomeAssistantFolder(
                Reach.ofThisProcess(here.commands()),
                () -> installations.one(here.circumstances().homeAssistant()),
                here.content(),
                here.backups(),
                here.repository(),
                here.state().homeAssistant());
    }
}
