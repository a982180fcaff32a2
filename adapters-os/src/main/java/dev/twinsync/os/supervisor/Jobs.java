package dev.twinsync.os.supervisor;

import dev.twinsync.domain.Printable;
import dev.twinsync.domain.Shortened;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.os.Facts;
import dev.twinsync.port.Ticker;
import java.time.Duration;
import java.util.Optional;

/**
 * Work that the Supervisor does in the background. It tells how far it is, and mostly it is gone without a word when it is over: only the
 * machine tells then what came of it.
 */
record Jobs(SupervisorApi api, Ticker ticker) {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** How long a Supervisor may take to start anew. */
    private static final Duration AWAY = Duration.ofMinutes(10);

    private static final int LONGEST_REASON = 500;
    private static final String BACKGROUND = "background";

    /** What the names of jobs begin with that are about Home Assistant, or about backups. */
    static final String CORE = "home_assistant_core";

    static final String BACKUPS = "backup_manager";

    /**
     * Begins it and follows it to its end.
     *
     * @param body what the call needs besides
     * @param about what its job is about, or what its name begins with
     * @return the job as it was at last, or the answer itself where that tells what came of it; empty where only the machine tells
     * @throws NotDone where the job says that it failed
     */
    Optional<Facts> run(String path, Tree.MapBuilder body, String about, Duration patience, Share share, String what)
            throws NoAnswer, NotDone {
        share.at(0, what);
        var begun = begin(path, body.build(), patience);
        if (begun.isEmpty()) {
            settle(about, patience, share, what);
            return begun;
        }
        var known = begun.filter(answer -> !answer.at("slug").text().isEmpty());
        var id = begun.get().at("job_id").text();
        return known.isPresent() || id.isEmpty() ? known : follow(id, patience, share, what);
    }

    private Optional<Facts> begin(String path, Tree.Mapping body, Duration patience) throws NoAnswer {
        try {
            return post(path, inBackground(body), patience);
        } catch (NoAnswer no) {
            if (no.fault() instanceof Fault.Refused refused && doesNotKnowBackground(refused)) {
                return post(path, body, patience);
            }
            throw no;
        }
    }

    /** Empty where it may have begun, and nobody said so. */
    private Optional<Facts> post(String path, Tree body, Duration patience) throws NoAnswer {
        try {
            return Optional.of(api.post(path, body, patience));
        } catch (NoAnswer no) {
            if (no.fault().isOpen()) {
                return Optional.empty();
            }
            throw no;
        }
    }

    private static Tree inBackground(Tree.Mapping body) {
        var more = Tree.map();
        body.entries().forEach(entry -> more.put(entry.key(), entry.value()));
        return more.put(BACKGROUND, Tree.literal(true)).build();
    }

    /** As those before 2025.09 do not. */
    private static boolean doesNotKnowBackground(Fault.Refused refused) {
        return refused.message().contains("extra keys not allowed")
                && refused.message().contains(BACKGROUND);
    }

    /** @return empty where it is gone */
    private Optional<Facts> follow(String id, Duration patience, Share share, String what) throws NoAnswer, NotDone {
        var end = ticker.now().plus(patience);
        while (ticker.now().compareTo(end) < 0) {
            var job = look(id);
            if (job.isEmpty()) {
                return job;
            }
            if (job.get().at("done").truth()) {
                return Optional.of(checked(job.get()));
            }
            share.at(percent(job.get()), what);
            ticker.pause(PAUSE);
        }
        throw new NotDone("the Supervisor has not finished within " + patience.toMinutes() + " minutes: " + what);
    }

    private static int percent(Facts job) {
        var progress = job.at("progress").text();
        return progress.matches("[0-9]{1,3}(\\.[0-9]+)?") ? (int) Double.parseDouble(progress) : 0;
    }

    private Optional<Facts> look(String id) throws NoAnswer {
        try {
            return Optional.of(api.get("jobs/" + id, Patience.LOOK));
        } catch (NoAnswer no) {
            if (no.fault() instanceof Fault.NotFound) {
                return Optional.empty();
            } else if (isAway(no.fault())) {
                return Optional.of(new Facts(Tree.map().build()));
            }
            throw no;
        }
    }

    /** It may be starting anew; then it has forgotten all jobs. Whoever is to end does not wait for that. */
    private static boolean isAway(Fault fault) {
        return !Thread.currentThread().isInterrupted() && isPassing(fault);
    }

    private static boolean isPassing(Fault fault) {
        return fault instanceof Fault.Unreachable
                || fault instanceof Fault.Dropped
                || fault instanceof Fault.NotReady
                || fault instanceof Fault.TimedOut
                || fault instanceof Fault.Busy;
    }

    private static Facts checked(Facts job) throws NotDone {
        var errors = job.at("errors").items();
        if (errors.isEmpty()) {
            return job;
        }
        throw new NotDone("the Supervisor says: "
                + Shortened.to(
                        LONGEST_REASON,
                        Printable.of(errors.getLast().at("message").text())));
    }

    /** Waits for jobs that were begun before, and of which nobody told. @param about as for {@link #run} */
    void settle(String about, Duration patience, Share share, String what) throws NoAnswer, NotDone {
        for (Facts job :
                once(() -> api.get("jobs/info", Patience.LOOK)).at("jobs").items()) {
            if (!job.at("done").truth() && isAbout(job, about)) {
                follow(job.at("uuid").text(), patience, share, what);
            }
        }
    }

    private static boolean isAbout(Facts job, String about) {
        return job.at("name").text().startsWith(about)
                || job.at("reference").text().equals(about);
    }

    /** A question. */
    interface Look {
        Facts now() throws NoAnswer;
    }

    /** The answer, once the Supervisor is there again. */
    Facts once(Look look) throws NoAnswer {
        var end = ticker.now().plus(AWAY);
        while (true) {
            try {
                return look.now();
            } catch (NoAnswer no) {
                if (!isAway(no.fault()) || ticker.now().compareTo(end) >= 0) {
                    throw no;
                }
            }
            ticker.pause(PAUSE);
        }
    }
}
