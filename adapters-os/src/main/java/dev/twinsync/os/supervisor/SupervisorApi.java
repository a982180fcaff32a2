package dev.twinsync.os.supervisor;

import dev.twinsync.domain.shape.Tree;
import dev.twinsync.os.Facts;
import java.time.Duration;
import java.util.Optional;

/**
 * The interface of the Supervisor, version 1. Paths have no slash at their beginning, and are of parts that need no quoting:
 * {@code addons/core_mosquitto/info}. Each call says how long it may take in all; {@link Patience} has the usual times.
 *
 * <p>Another job that is in the way was waited for before a call fails because of it.
 */
public interface SupervisorApi {

    /** What the answer holds as {@code data}: a map, or a list where the Supervisor answers with one. */
    Facts get(String path, Duration patience) throws NoAnswer;

    /** Does something. A fault that {@link Fault#isOpen} leaves open whether it was done. */
    Facts post(String path, Tree body, Duration patience) throws NoAnswer;

    /** Does something that needs no words. */
    default Facts post(String path, Duration patience) throws NoAnswer {
        return post(path, Tree.map().build(), patience);
    }

    Facts delete(String path, Duration patience) throws NoAnswer;

    /**
     * What Home Assistant itself answers, as the Supervisor hands it on.
     *
     * @param path below {@code /api}: {@code services}
     */
    Facts coreGet(String path, Duration patience) throws NoAnswer;

    /** As {@link #coreGet}, for what changes something: {@code services/automation/reload}. */
    Facts corePost(String path, Tree body, Duration patience) throws NoAnswer;

    /**
     * Hands on the lines of a log while they come; none is kept.
     *
     * @param patience for all of it; a log that is followed ends with it, and that is no fault
     * @return the place of the first line in the journal, for a later {@link LogRequest.Entries}; empty where the Supervisor names none
     */
    Optional<String> log(LogRequest request, Duration patience, LogListener listener) throws NoAnswer;

    /** Why Home Assistant itself cannot be asked this way; empty: it can, as far as anybody says. */
    default Optional<String> whyNoCore() {
        return Optional.empty();
    }

    /** Whether it can make a backup of Home Assistant alone, without which twin does not update it. */
    default boolean backsUpCore() {
        return true;
    }

    /** Which way it is, for people: {@code the Supervisor at http://supervisor}. */
    String way();
}
