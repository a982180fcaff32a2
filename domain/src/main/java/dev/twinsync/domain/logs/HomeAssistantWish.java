package dev.twinsync.domain.logs;

import static dev.twinsync.domain.shape.Field.withDefault;

import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import java.util.List;

/**
 * What of the logs of Home Assistant is captured.
 *
 * @param tailLines how many of the last lines of each are kept
 * @param source where they are read; whoever names one expects Home Assistant to be there
 */
public record HomeAssistantWish(boolean enabled, long tailLines, Source source) {

    /** Where the logs can be read. */
    public enum Source {
        /** Wherever they are. */
        AUTO,
        /** From the Supervisor, by its interface or by the command {@code ha}. */
        SUPERVISOR,
        /** From Docker or Podman. */
        DOCKER,
        JOURNAL,
        /** {@code home-assistant.log} in the folder of the configuration. */
        FILE
    }

    static final HomeAssistantWish DEFAULT = new HomeAssistantWish(true, LogsConfig.USUAL_TAIL, Source.AUTO);

    public static final RecordShape<HomeAssistantWish> SHAPE = shape();

    public HomeAssistantWish {
        LogsConfig.checkedTail(tailLines);
    }

    private static RecordShape<HomeAssistantWish> shape() {
        var enabled = withDefault("enabled", Shape.truth(), true, HomeAssistantWish::enabled);
        var tailLines = withDefault("tail_lines", Shape.number(), LogsConfig.USUAL_TAIL, HomeAssistantWish::tailLines);
        var source = withDefault("source", Shape.word(Source.class), Source.AUTO, HomeAssistantWish::source);
        return new RecordShape<>(
                List.of(enabled, tailLines, source),
                line -> new HomeAssistantWish(line.get(enabled), line.get(tailLines), line.get(source)));
    }
}
