package dev.twinsync.os.worker;

import dev.twinsync.domain.files.CaptureRules;
import dev.twinsync.domain.files.TargetPath;
import dev.twinsync.domain.system.SystemFacts;
import dev.twinsync.port.HostFacts;
import dev.twinsync.port.LogSource;
import dev.twinsync.port.MachineLock;
import dev.twinsync.port.WishedContent;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What this machine has for the twin of another one. */
public interface Reception {

    /** Who works here: alice. */
    String user();

    /** Which machine this is. */
    HostFacts machine();

    /** That of this machine: whoever changes it must have it. */
    MachineLock lock();

    House open(Order order, WishedContent content);

    /**
     * What a guest has to say before anything can be looked at.
     *
     * @param files which are recorded without being named
     * @param homeAssistant the folder of the configuration of the Home Assistant that is meant; empty: there is but one
     * @param keepDays for how many days what is replaced or removed is kept for undo
     */
    record Order(CaptureRules files, Duration networkTimeout, Optional<TargetPath> homeAssistant, long keepDays) {}

    /**
     * What a guest finds.
     *
     * @param contents by plugin, those of things that hold something
     * @param logs by plugin, those of this machine
     * @param programs of other people
     * @param here plugins of which the component is here, as far as that can be told at a glance
     * @param reloads whether Home Assistant can be asked to read a part of its configuration again
     */
    record House(
            Map<String, Hosted<?, ?>> plugins,
            Map<String, Readable> contents,
            Map<String, LogSource> logs,
            NamedPrograms programs,
            List<String> here,
            boolean reloads) {
        public House {
            contents = Map.copyOf(contents);
            logs = Map.copyOf(logs);
            here = List.copyOf(here);
        }
    }

    /** Things that hold something. */
    @FunctionalInterface
    interface Readable {

        /** @throws IOException in words, also where it must not be read, here or while it is read */
        InputStream open(String key) throws IOException;
    }

    /** What {@code live/system.yaml} says of this machine. */
    default HostFacts.Answer<SystemFacts> facts() {
        return machine().facts();
    }
}
