package dev.twinsync.os.logs;

import dev.twinsync.domain.logs.LogsConfig;
import dev.twinsync.os.Self;
import dev.twinsync.port.LogSource.Since;
import java.time.Instant;
import java.util.Map;

/** A program of its own, for what twin reads when alice runs it. */
final class CaptureByAlice {

    private CaptureByAlice() {}

    public static void main(String[] none) {
        new LogFiles(Self.ofThisProcess(), LogBench.REDACTION)
                .capture(LogsConfig.DEFAULT, new Since(Instant.now(), Map.of()))
                .reports()
                .forEach(report -> System.out.println(report.name() + ": "
                        + report.unavailable().or(report::text).orElse("nothing")));
    }
}
