package dev.twinsync.os.cron;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.twinsync.domain.cron.CronCommand;
import dev.twinsync.domain.cron.CronEnvironment;
import dev.twinsync.domain.cron.CronId;
import dev.twinsync.domain.cron.DesiredCronEntry;
import dev.twinsync.domain.cron.DesiredCronEntry.Absent;
import dev.twinsync.domain.cron.DesiredCronEntry.Present;
import dev.twinsync.domain.cron.Schedule;
import dev.twinsync.domain.cron.UserName;
import dev.twinsync.os.Command;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.CommandRunner.Result;
import dev.twinsync.os.Self;
import dev.twinsync.os.SystemCommandRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The lab machine's cron, with its users root and alice, as the tests set it up and look behind twin's back. */
final class CronLab {

    static final UserName ROOT = new UserName("root");
    static final UserName ALICE = new UserName("alice");
    private static final CommandRunner RUNNER = new SystemCommandRunner();

    private CronLab() {}

    static UserCrontab asRoot() {
        return new UserCrontab(RUNNER, new Self("root", 0));
    }

    /** Every program runs as alice, whom the real crontab then takes it to be. */
    static UserCrontab asAlice() {
        return new UserCrontab(CronLab::runAsAlice, new Self("alice", 1000));
    }

    private static Result runAsAlice(Command command) {
        var arguments = new ArrayList<>(List.of("-u", "alice", "--", command.program()));
        arguments.addAll(command.arguments());
        return RUNNER.run(
                Command.of("runuser", arguments).withInput(command.input()).withEnvironment(command.environment()));
    }

    static void clear() {
        Stream.of(ROOT, ALICE).forEach(user -> RUNNER.run(Command.of("crontab", "-u", user.text(), "-r")));
    }

    /** How {@code crontab} ended when it was given these bytes. */
    static Result.Ended install(UserName user, byte[] bytes) {
        return ended(Command.of("crontab", "-u", user.text(), "-").withInput(bytes));
    }

    static byte[] installed(UserName user) {
        return ended(Command.of("crontab", "-u", user.text(), "-l")).stdout();
    }

    private static Result.Ended ended(Command command) {
        return assertInstanceOf(Result.Ended.class, RUNNER.run(command));
    }

    /** Wishes that lead one entry through all that can be done to it, beside one that stays. */
    static List<List<DesiredCronEntry>> journey(UserName... users) {
        var everything = new CronEnvironment(Map.of("MAILTO", "", "PATH", "/usr/local/bin:/usr/bin:/bin"));
        return List.of(
                forAll(users, "0 3 * * *", true, CronEnvironment.NONE),
                forAll(users, "*/5 0-23/2 * Jan,Feb Mon-Fri", true, CronEnvironment.NONE),
                forAll(users, "@daily", true, everything),
                forAll(users, "@daily", false, everything),
                forAll(users, "@daily", true, everything),
                forAll(users, "@daily", true, new CronEnvironment(Map.of("GREETING", "it's \"mine\"", "PATH", "/bin"))),
                Stream.of(users)
                        .<DesiredCronEntry>map(user -> new Absent(new CronId("backup"), user))
                        .toList());
    }

    private static List<DesiredCronEntry> forAll(
            UserName[] users, String schedule, boolean enabled, CronEnvironment environment) {
        return Stream.of(users)
                .flatMap(user -> Stream.<DesiredCronEntry>of(
                        wish("backup", user, schedule, enabled, environment),
                        wish("stays", user, "0 1 * * *", true, CronEnvironment.NONE)))
                .toList();
    }

    private static Present wish(
            String id, UserName user, String schedule, boolean enabled, CronEnvironment environment) {
        return new Present(
                new CronId(id),
                user,
                new Schedule(schedule),
                new CronCommand("echo \"é\" 100\\% | cat > /dev/null"),
                enabled,
                Optional.of(environment),
                false);
    }
}
