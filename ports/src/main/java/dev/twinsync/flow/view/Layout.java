package dev.twinsync.flow.view;

import dev.twinsync.domain.FragmentShapes;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Kind;
import dev.twinsync.domain.Observation;
import dev.twinsync.domain.logs.LogIndex;
import dev.twinsync.domain.logs.LogsConfig;
import dev.twinsync.domain.plan.PastPlan;
import dev.twinsync.domain.plan.PastPlanShape;
import dev.twinsync.domain.plan.PlanShape;
import dev.twinsync.domain.plan.SavedPlan;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.domain.system.SystemFacts;
import dev.twinsync.port.Document;
import dev.twinsync.port.HostFacts;
import java.util.List;
import java.util.Set;

/** Every document of a twin repository and where it stands, once. */
public final class Layout {

    public static final String STATE = "state";
    public static final String LIVE = "live";
    public static final String FILESYSTEM = "filesystem";
    public static final String PLAN = "plan";
    public static final String HISTORY = "plan/history";
    public static final String LATEST_PLAN = "plan/latest.yaml";
    public static final String LOGS = "logs";
    public static final String CURRENT_LOGS = "logs/current";
    public static final String LOG_INDEX = "logs/current/index.yaml";
    public static final String CONFIGURATION = "config.yaml";

    public static final String STATE_SCHEMA = "schema/state.schema.json";

    /** All that twin commits, but for what every repository has. */
    public static final Set<String> COMMITTED = Set.of(STATE, LIVE, FILESYSTEM, PLAN, LOG_INDEX, CONFIGURATION);

    private static final String SEEN = "What twin saw on this machine. Do not edit: the next snapshot writes it anew.";

    private Layout() {}

    public static <D extends Keyed> Document<List<D>> desired(Kind<D, ?, ?> kind) {
        return new Document<>(
                STATE + "/" + kind.document() + ".yaml",
                Shape.later(() -> FragmentShapes.desired(kind)),
                schema("../" + STATE_SCHEMA, ""));
    }

    /** Two lines for editors, one for those with yaml-language-server and one for those of JetBrains, then the words. */
    public static String schema(String path, String words) {
        return "yaml-language-server: $schema=" + path + "\n$schema: " + path + (words.isEmpty() ? "" : "\n" + words);
    }

    public static <L extends Keyed> Document<Observation<L>> live(Kind<?, L, ?> kind) {
        return new Document<>(
                LIVE + "/" + kind.document() + ".yaml", Shape.later(() -> FragmentShapes.live(kind)), SEEN);
    }

    public static Document<HostFacts.Answer<SystemFacts>> systemFacts() {
        return new Document<>(LIVE + "/system.yaml", new FactsShape(), SEEN);
    }

    public static Document<SavedPlan> latestPlan(View view) {
        return new Document<>(
                LATEST_PLAN, new PlanShape(view.kinds()), "Made by `twin plan`, carried out by `twin apply`.");
    }

    /** @param name of a run: {@code 2026-11-22T13-05-00Z} */
    public static String history(String name) {
        return HISTORY + "/" + name + ".yaml";
    }

    /** @param path of the document, relative to the repository */
    public static Document<PastPlan> pastPlan(String path, View view) {
        return new Document<>(path, PastPlanShape.of(view.allKinds()), "");
    }

    public static Document<LogsConfig> logsConfig() {
        return new Document<>(STATE + "/logs_config.yaml", LogsConfig.SHAPE, schema("../" + STATE_SCHEMA, ""));
    }

    public static Document<LogIndex> logIndex() {
        return new Document<>(LOG_INDEX, LogIndex.SHAPE, "");
    }

    /** @param path relative to {@code logs/current/} */
    public static Document<Tree> logSummary(String path) {
        return new Document<>(CURRENT_LOGS + "/" + path, Shape.tree(), "");
    }

    /** @param text of a capture: {@code logs/2026-11-22T13-05-00Z/files/syslog_tail.txt} */
    public static Document<LogIndex> logIndexBeside(String text) {
        return new Document<>(folderOfCapture(text) + "/index.yaml", LogIndex.SHAPE, "");
    }

    /** How the index beside it calls a text of a log: {@code files/syslog_tail.txt}. @param text relative to the repository */
    public static String logText(String text) {
        return text.substring(Math.min(text.length(), folderOfCapture(text).length() + 1));
    }

    private static String folderOfCapture(String text) {
        int end = text.indexOf('/', LOGS.length() + 1);
        return end < 0 ? LOGS : text.substring(0, end);
    }
}
