package dev.twinsync.cli.wiring;

import dev.twinsync.cli.machine.StateFolder;
import dev.twinsync.cli.terminal.Unreadable;
import dev.twinsync.domain.secrets.Redaction;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.configuration.Configuration;
import dev.twinsync.os.secrets.KeyedFingerprints;
import dev.twinsync.port.ScanningGate;
import dev.twinsync.port.SecretGate;
import java.util.Set;

/** What keeps secrets from being written down, by the key of this machine and what its owner allows. */
public final class Secrecy {

    private Secrecy() {}

    public static Redaction redaction(Configuration settings) {
        var keys = StateFolder.ofThisProcess().keys();
        return new Redaction(new KeyedFingerprints(keys), Set.copyOf(settings.allowedSecrets()));
    }

    /** Without a configuration it is not known what is allowed, so nothing is committed. */
    static SecretGate gate(Reading<Configuration> configuration) {
        return switch (configuration) {
            case Reading.Value<Configuration>(var settings) -> new ScanningGate(redaction(settings));
            case Reading.Wrong<Configuration>(var problems) ->
                (_, _) -> {
                    throw new Unreadable(problems);
                };
        };
    }
}
