package dev.twinsync.flow.migrating;

import dev.twinsync.domain.predecessor.OldTree;
import java.io.IOException;
import java.util.Optional;

/** Finds out which machine the predecessor's repository is about: by its id where that was mirrored, else by its name. */
record WhichMachine(OldHouse house, OldFiles files) {

    private static final String ID = "/etc/machine-id";

    boolean isThis(Machine machine, Choices choices) throws IOException {
        if (choices.isThisMachine().isPresent()) {
            return choices.isThisMachine().get();
        }
        var id = files.text(ID).map(String::strip);
        if (id.isPresent()) {
            return machine.hasId().test(id.get());
        }
        var name = hostname();
        return name.isPresent() && name.equals(machine.hostname());
    }

    /** The second word of {@code uname -a}, or what the document of facts says. */
    private Optional<String> hostname() throws IOException {
        for (String facts : new String[] {"state/system.yaml", "live/system.yaml"}) {
            var name = house.document(facts).flatMap(WhichMachine::named);
            if (name.isPresent()) {
                return name;
            }
        }
        return house.text(OldHouse.UNAME)
                .map(line -> line.split("\\s+"))
                .filter(words -> words.length > 1)
                .map(words -> words[1]);
    }

    private static Optional<String> named(OldTree document) {
        return document.part("system").flatMap(system -> OldTree.text(system, "hostname"));
    }
}
