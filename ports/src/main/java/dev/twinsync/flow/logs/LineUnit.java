package dev.twinsync.flow.logs;

import dev.twinsync.domain.logs.LogLine;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a line of a log is about: the unit where it names one, else the program that wrote it. */
final class LineUnit {

    private static final String TAG = "([^\\s:\\[]++)(?:\\[\\d*+])?:";

    /** {@code 2026-11-22T21:18:42.123456+01:00 host sshd[1717]: Failed password}. */
    private static final Pattern SYSLOG = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\S++ \\S++ " + TAG);

    /** {@code Nov 22 21:18:42 host sshd[1717]: Failed password}. */
    private static final Pattern CLASSIC_SYSLOG = Pattern.compile("[A-Z][a-z]{2} [ \\d]\\d [\\d:]++ \\S++ " + TAG);

    /** {@code 2026/11/22 21:18:42 [crit] 1717#1717: *2 stat() failed}. */
    private static final Pattern NGINX_LINE = Pattern.compile("\\d{4}/\\d\\d/\\d\\d [\\d:]++ \\[[a-z]++] ");

    private static final String NGINX = "nginx";

    private LineUnit() {}

    /** Empty: it does not say. */
    static Optional<String> of(String line) {
        return LogLine.parse(line)
                .map(LogLine::unit)
                .or(() -> tag(SYSLOG, line))
                .or(() -> tag(CLASSIC_SYSLOG, line))
                .or(() -> NGINX_LINE.matcher(line).lookingAt() ? Optional.of(NGINX) : Optional.empty());
    }

    private static Optional<String> tag(Pattern form, String line) {
        return Stream.of(form.matcher(line))
                .filter(matcher -> matcher.lookingAt())
                .map(matcher -> matcher.group(1))
                .findFirst();
    }
}
