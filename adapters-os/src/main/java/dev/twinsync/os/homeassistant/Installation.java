package dev.twinsync.os.homeassistant;

import dev.twinsync.domain.services.UnitId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A Home Assistant that was found on this machine, with what is needed to check it, to restart it and to read its logs. */
public sealed interface Installation {

    /** Its configuration folder as this machine sees it: absolute, and with no link in it as far as this user may look. */
    Path folder();

    /** For people who have to tell one from another. */
    String inWords();

    /**
     * Under a Supervisor (Home Assistant OS, Supervised), seen from its host or from within one of its apps.
     *
     * @param core the container of Core; empty: no engine could be asked
     * @param supervisor the container of the Supervisor; empty likewise
     */
    record Supervised(Path folder, Optional<FoundContainer> core, Optional<FoundContainer> supervisor)
            implements Installation {

        @Override
        public String inWords() {
            return folder + " (under a Supervisor)";
        }
    }

    /** In a container, which has the folder as {@code /config}. */
    record Contained(Path folder, FoundContainer container) implements Installation {

        @Override
        public String inWords() {
            return folder + " (the " + container.program() + " container " + container.name() + ")";
        }
    }

    /**
     * As a program of this machine, mostly in a virtual environment of Python.
     *
     * @param program its absolute path and what comes before its own options: {@code [/srv/homeassistant/bin/hass]},
     *     {@code [/srv/homeassistant/bin/python3, -m, homeassistant]}; empty: it is not known
     * @param user as whom it runs
     * @param unit the unit that runs it; empty: none does
     * @param pid of it; empty: it does not run
     */
    record Alone(Path folder, List<String> program, Account user, Optional<UnitId> unit, OptionalInt pid)
            implements Installation {

        public Alone {
            program = List.copyOf(program);
        }

        @Override
        public String inWords() {
            return folder + unit.map(id -> " (the unit " + id.name() + ")").orElse(" (of " + user.name() + ")");
        }
    }
}
