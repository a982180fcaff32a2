package dev.twinsync.domain.cron;

import java.util.Optional;
import java.util.regex.Pattern;

/** One line of a crontab as cron itself reads it. {@code text} is the line as it stands, without its end. */
sealed interface CrontabLine {

    Pattern LEADING_BLANKS = Pattern.compile("^[ \\t]+");

    String text();

    record Blank(String text) implements CrontabLine {}

    record Comment(String text) implements CrontabLine {}

    /** twin's name for the entry below. */
    record Mark(String text, CronId id) implements CrontabLine {

        private static final String BEGINNING = "# twin:";
        private static final Pattern PATTERN = Pattern.compile(BEGINNING + "(" + CronId.GRAMMAR + ")");

        static String line(CronId id) {
            return BEGINNING + id;
        }

        static Optional<CrontabLine> read(String text) {
            var mark = PATTERN.matcher(text);
            return mark.matches() ? Optional.of(new Mark(text, new CronId(mark.group(1)))) : Optional.empty();
        }
    }

    /** {@code NAME=value}: an environment variable for all entries below. */
    record Setting(String text, String name, String value) implements CrontabLine {

        private static final String SPACE = " \t\n\u000b\f\r";
        private static final Pattern PATTERN = Pattern.compile(
                "[ \\t]*(?:\"(?<double>[^\"=]*)\"|'(?<single>[^'=]*)'|(?<bare>(?:[^\\s\"'=][^\\s=]*)?))\\s*=(?<value>.*)",
                Pattern.DOTALL);

        static Optional<CrontabLine> read(String text) {
            var setting = PATTERN.matcher(text);
            if (!setting.matches()) {
                return Optional.empty();
            }
            var name = Optional.ofNullable(setting.group("double"))
                    .or(() -> Optional.ofNullable(setting.group("single")))
                    .orElseGet(() -> setting.group("bare"));
            return unquoted(withoutEnd(withoutBeginning(setting.group("value"))))
                    .map(value -> new Setting(text, name, value));
        }

        private static String unquotedAgain(String value) {
            return CronEnvironment.isQuoted(value) ? value.substring(1, value.length() - 1) : value;
        }

        private static String withoutEnd(String value) {
            int to = value.length();
            while (to > 0 && SPACE.indexOf(value.charAt(to - 1)) >= 0) {
                to--;
            }
            return value.substring(0, to);
        }

        private static String withoutBeginning(String value) {
            int from = 0;
            while (from < value.length() && SPACE.indexOf(value.charAt(from)) >= 0) {
                from++;
            }
            return value.substring(from);
        }

        /** Debian's cron knows neither an empty value without quotes nor anything behind a closing quote. */
        private static Optional<String> unquoted(String value) {
            if (value.isEmpty()) {
                return Optional.empty();
            }
            char first = value.charAt(0);
            if (first != '"' && first != '\'') {
                return Optional.of(value);
            }
            int last = value.length() - 1;
            return Optional.of(value)
                    .filter(quoted -> last > 0 && quoted.indexOf(first, 1) == last)
                    .map(quoted -> unquotedAgain(withoutEnd(quoted.substring(1, last))));
        }
    }

    /**
     * An entry, or what has the look of one.
     *
     * @param lead the blanks before the schedule
     * @param schedule with one blank between its fields
     * @param gap the blanks before the command
     */
    record Job(String text, String lead, String schedule, String gap, String command) implements CrontabLine {

        private static final Pattern PATTERN = Pattern.compile(
                "([ \\t]*)(@[a-z]+|[^ \\t@#][^ \\t]*(?:[ \\t]+[^ \\t]+){4})(?:([ \\t]+)(.*))?", Pattern.DOTALL);
        private static final Pattern BLANKS = Pattern.compile("[ \\t]+");

        static Optional<Job> read(String text) {
            var job = PATTERN.matcher(text);
            if (!job.matches()) {
                return Optional.empty();
            }
            var schedule = BLANKS.matcher(job.group(2)).replaceAll(" ");
            var gap = Optional.ofNullable(job.group(3)).orElse("");
            var command = Optional.ofNullable(job.group(4)).orElse("");
            return Optional.of(new Job(text, job.group(1), schedule, gap, command))
                    .filter(found -> Schedule.isOne(schedule));
        }

        /** The line with other words in it, as much as possible as it was. */
        String rewritten(String otherSchedule, String otherCommand) {
            if (otherSchedule.equals(schedule) && otherCommand.equals(command)) {
                return text;
            }
            var before = otherSchedule.equals(schedule)
                    ? text.substring(0, text.length() - command.length() - gap.length())
                    : lead + otherSchedule;
            return before + (gap.isEmpty() ? " " : gap) + otherCommand;
        }
    }

    /** An entry behind a {@code #}, which only a mark above tells from a comment. */
    record Parked(String text, Job job) implements CrontabLine {
        static Optional<CrontabLine> read(String text) {
            return Optional.of(text)
                    .filter(line -> line.startsWith("#")
                            && Setting.read(line.substring(1)).isEmpty())
                    .flatMap(line -> Job.read(line.substring(1)))
                    .map(job -> new Parked(text, job));
        }
    }

    /** What cron would refuse, or another cron than Debian's understands. */
    record Other(String text) implements CrontabLine {}

    static CrontabLine read(String text, boolean underMark) {
        var trimmed = LEADING_BLANKS.matcher(text).replaceFirst("");
        if (trimmed.isEmpty()) {
            return new Blank(text);
        }
        if (trimmed.startsWith("#")) {
            return Mark.read(text)
                    .or(() -> Parked.read(text).filter(_ -> underMark))
                    .orElseGet(() -> new Comment(text));
        }
        return Setting.read(text).or(() -> Job.read(text)).orElseGet(() -> new Other(text));
    }
}
