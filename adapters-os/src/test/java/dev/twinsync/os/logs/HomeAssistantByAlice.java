package dev.twinsync.os.logs;

import dev.twinsync.domain.logs.LogsConfig;
import dev.twinsync.port.LogSource.Since;
import java.time.Instant;
import java.util.Map;

/** A program of its own, for what twin reads when alice runs it. */
final class HomeAssistantByAlice {

    private HomeAssistantByAlice() {}

    public static void main(String[] none) {
        HomeAssistantLab.logs()
                .capture(LogsConfig.DEFAULT, new Since(Instant.now(), Map.of()))
                .reports()
                .forEach(report -> System.out.println(report.name() + ": "
                        + report.absent()
                                .or(report::unavailable)
                                .or(() -> report.origin().map(origin -> "read from " + origin.source()))
                                .orElse("nothing")));
    }
}
