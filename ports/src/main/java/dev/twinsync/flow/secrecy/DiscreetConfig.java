package dev.twinsync.flow.secrecy;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.homeassistant.ConfigFileAction;
import dev.twinsync.domain.homeassistant.ConfigPath;
import dev.twinsync.domain.homeassistant.LiveConfigFile;
import dev.twinsync.port.HomeAssistantFiles;
import dev.twinsync.port.Relay;
import dev.twinsync.port.Scope;
import dev.twinsync.port.SecretGate;
import java.io.IOException;
import java.io.InputStream;

/** The files of a configuration without those that hold secrets, as {@link Discretion} has it. */
public record DiscreetConfig(HomeAssistantFiles backend, SecretGate gate)
        implements HomeAssistantFiles, Relay<LiveConfigFile, ConfigFileAction> {

    @Override
    public Observation<LiveConfigFile> observe(Scope scope) {
        return new Discretion(gate)
                .without(backend.observe(scope), scope, _ -> true, file -> backend.open(file.path()));
    }

    @Override
    public InputStream open(ConfigPath path) throws IOException {
        return new Discretion(gate).open(path, backend::open);
    }
}
