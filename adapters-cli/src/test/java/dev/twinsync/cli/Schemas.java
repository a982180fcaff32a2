package dev.twinsync.cli;

import dev.twinsync.cli.catalog.Catalog;
import dev.twinsync.domain.FragmentShapes;
import dev.twinsync.domain.Kind;
import dev.twinsync.domain.logs.FilesWish;
import dev.twinsync.domain.logs.HomeAssistantWish;
import dev.twinsync.domain.logs.JournalWish;
import dev.twinsync.domain.logs.LogIndex;
import dev.twinsync.domain.logs.LogsConfig;
import dev.twinsync.domain.plan.PlanShape;
import dev.twinsync.domain.shape.JsonTree;
import dev.twinsync.domain.shape.SchemaDocument;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.flow.configuration.Configuration;
import dev.twinsync.flow.view.FactsShape;
import dev.twinsync.git.yaml.YamlTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The schema documents that the Shapes make, by path in this checkout. */
final class Schemas {

    private Schemas() {}

    static Map<String, String> all() {
        Map<String, String> documents = new LinkedHashMap<>();
        documents.put(
                "schema/state.schema.json", json(anyOf("state/*.yaml", FragmentShapes::desired, LogsConfig.SHAPE)));
        documents.put("schema/live.schema.json", json(anyOf("live/*.yaml", FragmentShapes::live, new FactsShape())));
        documents.put(
                "schema/plan.schema.json", json(SchemaDocument.of("plan/latest.yaml", new PlanShape(Catalog.kinds()))));
        documents.put(
                "schema/logs_index.schema.json", json(SchemaDocument.of("logs/current/index.yaml", LogIndex.SHAPE)));
        documents.put("schema/config.schema.json", json(SchemaDocument.of("config.yaml", Configuration.SHAPE)));
        documents.put(
                "plugin-descriptors/plugins/" + Catalog.SYSTEM + "/schema.yaml",
                YamlTree.write("", SchemaDocument.of("live/system.yaml", new FactsShape())));
        documents.put(
                "plugin-descriptors/plugins/" + Catalog.JOURNAL + "/schema.yaml",
                YamlTree.write("", SchemaDocument.of("systemd_journal in state/logs_config.yaml", JournalWish.SHAPE)));
        documents.put(
                "plugin-descriptors/plugins/" + Catalog.LOG_FILES + "/schema.yaml",
                YamlTree.write("", SchemaDocument.of("files in state/logs_config.yaml", FilesWish.SHAPE)));
        documents.put(
                "plugin-descriptors/plugins/" + Catalog.HOME_ASSISTANT_LOGS + "/schema.yaml",
                YamlTree.write(
                        "", SchemaDocument.of("home_assistant in state/logs_config.yaml", HomeAssistantWish.SHAPE)));
        Catalog.kinds()
                .forEach((plugin, kind) -> documents.put(
                        "plugin-descriptors/plugins/" + plugin + "/schema.yaml", YamlTree.write("", fragment(kind))));
        return documents;
    }

    private static String json(Tree tree) {
        return JsonTree.pretty(tree);
    }

    private static Tree fragment(Kind<?, ?, ?> kind) {
        return SchemaDocument.of("state/" + kind.document() + ".yaml", FragmentShapes.desired(kind));
    }

    /** Of several backends each has a form of its own; parts of one document must all be as they should. */
    private static List<Tree> ofDocument(List<Kind<?, ?, ?>> kinds, Function<Kind<?, ?, ?>, Shape<?>> shape) {
        var forms = kinds.stream()
                .<Tree>map(kind -> shape.apply(kind).schema())
                .distinct()
                .toList();
        return kinds.getFirst().part().isEmpty()
                ? forms
                : List.of(Tree.map().put("allOf", Tree.list(forms)).build());
    }

    /** A document that is any of the kinds' fragments. */
    private static Tree anyOf(String title, Function<Kind<?, ?, ?>, Shape<?>> shape, Shape<?>... others) {
        List<Tree> choices = new ArrayList<>();
        Catalog.kinds().values().stream()
                .collect(Collectors.groupingBy(Kind::document, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(kinds -> choices.addAll(ofDocument(kinds, shape)));
        Stream.of(others).forEach(other -> choices.add(other.schema()));
        var head = SchemaDocument.of(title, Shape.text()).entries().stream().limit(2);
        var document = Tree.map();
        head.forEach(line -> document.put(line.key(), line.value()));
        return document.put("anyOf", Tree.list(choices)).build();
    }
}
