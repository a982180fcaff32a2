package dev.twinsync.domain.cron;

import static dev.twinsync.domain.shape.Field.optional;
import static dev.twinsync.domain.shape.Field.required;
import static dev.twinsync.domain.shape.Field.withDefault;

import dev.twinsync.domain.cron.CronAction.Add;
import dev.twinsync.domain.cron.CronAction.Change;
import dev.twinsync.domain.cron.CronAction.Disable;
import dev.twinsync.domain.cron.CronAction.Enable;
import dev.twinsync.domain.cron.CronAction.Remove;
import dev.twinsync.domain.cron.DesiredCronEntry.Absent;
import dev.twinsync.domain.cron.DesiredCronEntry.Present;
import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.TaggedShape;
import dev.twinsync.domain.shape.TaggedShape.Variant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How entries of crontabs look in documents. */
final class CronShapes {

    private static final String ID = "id";

    /** In a plan {@code id} is the action's own. */
    private static final String ENTRY = "entry";

    private CronShapes() {}

    static final Shape<DesiredCronEntry> DESIRED = new TaggedShape<>(
            "ensure",
            Optional.of("present"),
            List.of(
                    new Variant<>("present", Present.class, present()),
                    new Variant<>("absent", Absent.class, named(ID, Absent::id, Absent::user, Absent::new))));

    static final Shape<LiveCronEntry> LIVE =
            entry(ID, LiveCronEntry::id, LiveCronEntry::user, LiveCronEntry::job, LiveCronEntry::new);

    static final Shape<CronAction> ACTION = new TaggedShape<>(
            "op",
            Optional.empty(),
            List.of(
                    new Variant<>("add", Add.class, entry(ENTRY, Add::id, Add::user, Add::job, Add::new)),
                    new Variant<>(
                            "change", Change.class, entry(ENTRY, Change::id, Change::user, Change::job, Change::new)),
                    new Variant<>("remove", Remove.class, named(ENTRY, Remove::id, Remove::user, Remove::new)),
                    new Variant<>("enable", Enable.class, named(ENTRY, Enable::id, Enable::user, Enable::new)),
                    new Variant<>("disable", Disable.class, named(ENTRY, Disable::id, Disable::user, Disable::new))));

    private static RecordShape<Present> present() {
        var id = required(ID, CronId.SHAPE, Present::id);
        var user = required("user", UserName.SHAPE, Present::user);
        var schedule = required("schedule", Schedule.SHAPE, Present::schedule);
        var command = required("command", CronCommand.SHAPE, Present::command);
        var enabled = withDefault("enabled", Shape.truth(), true, Present::enabled);
        var environment = optional("environment", CronEnvironment.SHAPE, Present::environment);
        var unchecked = withDefault("unchecked", Shape.truth(), false, Present::unchecked);
        return new RecordShape<>(
                List.of(id, user, schedule, command, enabled, environment, unchecked),
                line -> new Present(
                        line.get(id),
                        line.get(user),
                        line.get(schedule),
                        line.get(command),
                        line.get(enabled),
                        line.get(environment),
                        line.get(unchecked)));
    }

    /** Makes a value that is told by the entry's name and what the entry says. */
    private interface WithJob<E> {
        E of(CronId id, UserName user, CronJob job);
    }

    private static <E> RecordShape<E> entry(
            String idKey,
            Function<E, CronId> getId,
            Function<E, UserName> getUser,
            Function<E, CronJob> job,
            WithJob<E> constructor) {
        var id = required(idKey, CronId.SHAPE, getId);
        var user = required("user", UserName.SHAPE, getUser);
        var schedule = required("schedule", Schedule.SHAPE, job.andThen(CronJob::schedule));
        var command = required("command", CronCommand.SHAPE, job.andThen(CronJob::command));
        var enabled = withDefault("enabled", Shape.truth(), true, job.andThen(CronJob::enabled));
        var environment = withDefault(
                "environment", CronEnvironment.SHAPE, CronEnvironment.NONE, job.andThen(CronJob::environment));
        return new RecordShape<>(
                List.of(id, user, schedule, command, enabled, environment),
                line -> constructor.of(
                        line.get(id),
                        line.get(user),
                        new CronJob(line.get(schedule), line.get(command), line.get(enabled), line.get(environment))));
    }

    /** Makes a value that is told by the entry's name alone. */
    private interface Named<E> {
        E of(CronId id, UserName user);
    }

    private static <E> RecordShape<E> named(
            String idKey, Function<E, CronId> getId, Function<E, UserName> getUser, Named<E> constructor) {
        var id = required(idKey, CronId.SHAPE, getId);
        var user = required("user", UserName.SHAPE, getUser);
        return new RecordShape<>(List.of(id, user), line -> constructor.of(line.get(id), line.get(user)));
    }
}
