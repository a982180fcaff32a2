package dev.twinsync.os.supervisor;

import dev.twinsync.domain.shape.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The jobs of the fake. Its time is the calls it gets: each lets a job in the background advance by a step, and at the end the job does its
 * work. Then most jobs are gone at once, as in the real one.
 */
final class FakeJobs {

    private static final int WHOLE = 100;

    /** What a job does in the end; a refusal is its failure. */
    interface Work {
        void run();
    }

    private static final class Job {
        private final String uuid = UUID.randomUUID().toString().replace("-", "");
        private final String name;
        private final String group;
        private String reference;
        private final boolean kept;
        private final Work work;
        private int progress;
        private boolean done;
        private Optional<FakeReply.Refusal> failure = Optional.empty();

        private Job(String name, String group, String reference, boolean kept, Work work) {
            this.name = name;
            this.group = group;
            this.reference = reference;
            this.kept = kept;
            this.work = work;
        }
    }

    private final FakeSwitches switches;
    private final List<Job> jobs = new ArrayList<>();

    FakeJobs(FakeSwitches switches) {
        this.switches = switches;
    }

    /** Some time passes. */
    synchronized void tick() {
        for (Job job : List.copyOf(jobs)) {
            if (!job.done) {
                job.progress = Math.min(WHOLE, job.progress + switches.step);
                if (job.progress == WHOLE) {
                    finish(job);
                }
            }
        }
    }

    private void finish(Job job) {
        try {
            if (!switches.failJob.isEmpty()) {
                throw FakeReply.error(400, switches.failJob);
            }
            job.work.run();
        } catch (FakeReply.Refusal failed) {
            job.failure = Optional.of(failed);
        }
        job.done = true;
        if (!job.kept) {
            jobs.remove(job);
        }
    }

    /** Does it now, or begins it. @return the id of a job in the background */
    synchronized Optional<String> begin(
            String name, String group, String reference, boolean kept, boolean background, Work work) {
        refuseBesides(group);
        var job = new Job(name, group, reference, kept, work);
        jobs.addFirst(job);
        if (background) {
            return Optional.of(job.uuid);
        }
        job.progress = WHOLE;
        finish(job);
        job.failure.ifPresent(failed -> {
            throw kept ? failed.of(job.uuid) : failed;
        });
        return Optional.empty();
    }

    /** Says what the newest job of that name is about, once it is known. */
    synchronized void refer(String name, String reference) {
        find(newest(name)).reference = reference;
    }

    /** The id of the newest job of that name. */
    synchronized String newest(String name) {
        return jobs.stream().filter(job -> job.name.equals(name)).findFirst().orElseThrow().uuid;
    }

    synchronized void refuseBesides(String group) {
        if (switches.takeBusy() || jobs.stream().anyMatch(job -> !job.done && job.group.equals(group))) {
            throw FakeReply.error(400, "Another job is running for job group " + group);
        }
    }

    private Tree shown(Job job) {
        var errors = job.failure
                .map(failed -> "[{\"type\":\"HassioError\",\"message\":" + FakeReply.quote(failed.said())
                        + ",\"stage\":null,\"error_key\":null,\"extra_fields\":null}]")
                .orElse("[]");
        return FakeReply.tree("""
                {"name":%s,"reference":%s,"uuid":"%s","progress":%d.0,"stage":null,"done":%s,"errors":%s,
                "created":"2026-08-21T10:00:00.123456+00:00","extra":null,"child_jobs":[]}""".formatted(
                FakeReply.quote(job.name), FakeReply.quote(job.reference), job.uuid, job.progress, job.done, errors));
    }

    synchronized Optional<FakeReply> answer(FakeCall call) {
        if (call.is("GET", "jobs/info")) {
            return Optional.of(FakeReply.ok(Tree.map()
                    .put("ignore_conditions", FakeReply.texts(switches.system.ignored))
                    .put("jobs", Tree.list(jobs.stream().map(this::shown).toList()))
                    .build()));
        }
        var looked = call.match("GET", "jobs/*");
        if (looked.isPresent()) {
            return Optional.of(FakeReply.ok(shown(find(looked.get().get(1)))));
        }
        return call.match("DELETE", "jobs/*").map(parts -> delete(find(parts.get(1))));
    }

    private FakeReply delete(Job job) {
        if (!job.done) {
            throw FakeReply.error(400, "Job " + job.uuid + " is not done!");
        }
        jobs.remove(job);
        return FakeReply.ok();
    }

    private Job find(String uuid) {
        return jobs.stream()
                .filter(job -> job.uuid.equals(uuid))
                .findFirst()
                .orElseThrow(() -> FakeReply.error(404, "Job does not exist"));
    }
}
