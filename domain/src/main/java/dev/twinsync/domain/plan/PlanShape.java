package dev.twinsync.domain.plan;

import static dev.twinsync.domain.shape.Field.optional;
import static dev.twinsync.domain.shape.Field.required;

import dev.twinsync.domain.Action.Risk;
import dev.twinsync.domain.Digest;
import dev.twinsync.domain.Kind;
import dev.twinsync.domain.shape.Place;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a plan looks as a document: its head, then actions, blocked and later things, each grouped by plugin. */
public final class PlanShape implements Shape<SavedPlan> {

    private static final long FORMAT = 1;
    private static final String INSTANT = "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$";

    private record Head(
            long format,
            Digest id,
            String createdAt,
            String expiresAt,
            Optional<Digest> host,
            Basis basis,
            Summary summary,
            Digest seal) {}

    private static final RecordShape<Head> HEAD = head();
    private final SectionsShape sections;

    public PlanShape(Map<String, Kind<?, ?, ?>> plugins) {
        sections = new SectionsShape(plugins);
    }

    /** What the id is the digest of: all but the id, the times and the commit. */
    public Tree canonical(Plan plan) {
        var lines = Tree.map();
        plan.host().ifPresent(host -> lines.put("host", host.text()));
        var basis = new Basis(
                Optional.empty(),
                plan.basis().state(),
                plan.basis().live(),
                plan.basis().only(),
                plan.basis().undo(),
                plan.basis().offline());
        lines.put("basis", BasisShape.of().write(basis));
        sections.write(plan.sections()).entries().forEach(part -> lines.put(part.key(), part.value()));
        return lines.build();
    }

    /** What the seal is the digest of: the whole document but the line of the seal, whatever stands there. */
    public Tree sealed(SavedPlan saved) {
        var lines = write(saved).entries().stream()
                .filter(line -> !line.key().equals("seal"))
                .toList();
        return new Tree.Mapping(lines, Place.NONE);
    }

    @Override
    public Reading<SavedPlan> read(Tree tree) {
        if (!(tree instanceof Tree.Mapping mapping)) {
            return Reading.wrong(tree.place(), "expected a plan, found " + tree.described());
        }
        var parts = mapping.entries().stream()
                .collect(Collectors.partitioningBy(entry -> SectionsShape.PARTS.contains(entry.key())));
        return HEAD.read(new Tree.Mapping(parts.get(false), mapping.place()))
                .then(head -> sections.read(new Tree.Mapping(parts.get(true), mapping.place()))
                        .mapAt(mapping.place(), found -> combine(head, found)));
    }

    private static SavedPlan combine(Head head, List<Section<?, ?, ?>> sections) {
        if (head.format() != FORMAT) {
            throw new IllegalArgumentException("this twin reads plans of format " + FORMAT + ", not " + head.format());
        }
        var plan = new Plan(head.host(), head.basis(), sections);
        if (!Summary.of(plan).equals(head.summary())) {
            throw new IllegalArgumentException("the summary does not belong to this plan: was it edited?");
        }
        return new SavedPlan(head.id(), head.createdAt(), head.expiresAt(), plan, head.seal());
    }

    @Override
    public Tree.Mapping write(SavedPlan saved) {
        var plan = saved.plan();
        var head = new Head(
                FORMAT,
                saved.id(),
                saved.createdAt(),
                saved.expiresAt(),
                plan.host(),
                plan.basis(),
                Summary.of(plan),
                saved.seal());
        var lines =
                Stream.concat(HEAD.write(head).entries().stream(), sections.write(plan.sections()).entries().stream());
        return new Tree.Mapping(lines.toList(), Place.NONE);
    }

    @Override
    public Tree.Mapping schema() {
        return HEAD.schemaWith(sections.properties());
    }

    private static RecordShape<Head> head() {
        var format = required("format", Shape.number(), Head::format);
        var id = required("id", Digest.SHAPE, Head::id);
        var createdAt = required("created_at", Shape.text(INSTANT, text -> text, text -> text), Head::createdAt);
        var expiresAt = required("expires_at", Shape.text(INSTANT, text -> text, text -> text), Head::expiresAt);
        var host = optional("host", Digest.SHAPE, Head::host);
        var basis = required("basis", BasisShape.of(), Head::basis);
        var summary = required("summary", summary(), Head::summary);
        var seal = required("seal", Digest.SHAPE, Head::seal);
        return new RecordShape<>(
                List.of(format, id, createdAt, expiresAt, host, basis, summary, seal),
                line -> new Head(
                        line.get(format),
                        line.get(id),
                        line.get(createdAt),
                        line.get(expiresAt),
                        line.get(host),
                        line.get(basis),
                        line.get(summary),
                        line.get(seal)));
    }

    private static RecordShape<Summary> summary() {
        var create = required("create", Shape.number(), Summary::create);
        var change = required("change", Shape.number(), Summary::change);
        var remove = required("remove", Shape.number(), Summary::remove);
        var blocked = required("blocked", Shape.number(), Summary::blocked);
        var later = required("later", Shape.number(), Summary::later);
        var risk = required("risk", Shape.word(Risk.class), Summary::risk);
        return new RecordShape<>(
                List.of(create, change, remove, blocked, later, risk),
                line -> new Summary(
                        line.get(create),
                        line.get(change),
                        line.get(remove),
                        line.get(blocked),
                        line.get(later),
                        line.get(risk)));
    }
}
