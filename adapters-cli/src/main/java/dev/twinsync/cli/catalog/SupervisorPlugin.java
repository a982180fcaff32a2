package dev.twinsync.cli.catalog;

import dev.twinsync.domain.supervisor.DesiredPart;
import dev.twinsync.domain.supervisor.Supervisor;
import dev.twinsync.flow.secrecy.DiscreetSupervisor;
import dev.twinsync.os.supervisor.SupervisedHost;

/** What the Supervisor of Home Assistant looks after: the business of who has its token. */
final class SupervisorPlugin {

    private static final String REMEDY = "put the secret into a file that only its owner may read, declare"
            + " {secret_file: PATH} for the option, then add the add-on to state/home_assistant.yaml";

    private SupervisorPlugin() {}

    static BuiltIn called(String name) {
        var kind = new Supervisor();
        return new Ordinary<>(name, kind, _ -> new SupervisedHost())
                .shownBy((host, with) -> new DiscreetSupervisor(host, with.redaction(), with.repo(), kind))
                .keptUnless(DesiredPart::isMasked, REMEDY)
                .personal();
    }
}
