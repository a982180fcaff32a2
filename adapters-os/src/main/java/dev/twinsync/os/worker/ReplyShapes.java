package dev.twinsync.os.worker;

import static dev.twinsync.domain.shape.Field.optional;
import static dev.twinsync.domain.shape.Field.required;
import static dev.twinsync.domain.shape.Field.withDefault;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.TableShape;
import dev.twinsync.domain.shape.TaggedShape;
import dev.twinsync.domain.shape.TaggedShape.Variant;
import dev.twinsync.domain.system.SystemFacts;
import dev.twinsync.os.worker.Reply.At;
import dev.twinsync.os.worker.Reply.Busy;
import dev.twinsync.os.worker.Reply.Captured;
import dev.twinsync.os.worker.Reply.Fault;
import dev.twinsync.os.worker.Reply.Foreseen;
import dev.twinsync.os.worker.Reply.Greeting;
import dev.twinsync.os.worker.Reply.Grouped;
import dev.twinsync.os.worker.Reply.Hindered;
import dev.twinsync.os.worker.Reply.Needed;
import dev.twinsync.os.worker.Reply.Observed;
import dev.twinsync.os.worker.Reply.OnProbation;
import dev.twinsync.os.worker.Reply.Part;
import dev.twinsync.os.worker.Reply.Plugin;
import dev.twinsync.os.worker.Reply.Program;
import dev.twinsync.os.worker.Reply.Ran;
import dev.twinsync.os.worker.Reply.Refused;
import dev.twinsync.os.worker.Reply.Said;
import dev.twinsync.os.worker.Reply.Taken;
import dev.twinsync.os.worker.Reply.TakenBack;
import dev.twinsync.os.worker.Reply.Unfinished;
import dev.twinsync.os.worker.Reply.Welcome;
import dev.twinsync.port.Forecast;
import dev.twinsync.port.HostFacts;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** How replies look. */
final class ReplyShapes {

    private ReplyShapes() {}

    private static final Shape<Forecast> FORECAST = new TaggedShape<>(
            "is",
            Optional.empty(),
            List.of(
                    new Variant<>("effects", Forecast.Effects.class, effects()),
                    new Variant<>(
                            "perilous",
                            Forecast.Perilous.class,
                            line("peril", Shape.text(), Forecast.Perilous::peril, Forecast.Perilous::new)),
                    new Variant<>(
                            "impossible",
                            Forecast.Impossible.class,
                            line("reason", Shape.text(), Forecast.Impossible::reason, Forecast.Impossible::new)),
                    new Variant<>(
                            "unknown",
                            Forecast.Unknown.class,
                            line("waits_for", Shape.text(), Forecast.Unknown::waitsFor, Forecast.Unknown::new))));

    static final Shape<Reply> SHAPE = new TaggedShape<>(
            "say",
            Optional.empty(),
            List.of(
                    new Variant<>("at", At.class, at()),
                    new Variant<>("said", Said.class, line("stderr", Shape.text(), Said::stderr, Said::new)),
                    new Variant<>("greeting", Greeting.class, greeting()),
                    new Variant<>("plugin", Plugin.class, plugin()),
                    new Variant<>("busy", Busy.class, line("holder", Shape.text(), Busy::holder, Busy::new)),
                    new Variant<>("taken", Taken.class, bare(Taken::new)),
                    new Variant<>(
                            "observed",
                            Observed.class,
                            line("observation", Shape.tree(), Observed::observation, Observed::new)),
                    new Variant<>(
                            "foreseen",
                            Foreseen.class,
                            line("forecasts", new TableShape<>(FORECAST), Foreseen::forecasts, Foreseen::new)),
                    new Variant<>(
                            "grouped",
                            Grouped.class,
                            line(
                                    "transactions",
                                    Shape.list(Shape.list(Shape.tree())),
                                    Grouped::transactions,
                                    Grouped::new)),
                    new Variant<>(
                            "needed",
                            Needed.class,
                            line("contents", Shape.list(Digest.SHAPE), Needed::contents, Needed::new)),
                    new Variant<>("ran", Ran.class, bare(Ran::new)),
                    new Variant<>("on_probation", OnProbation.class, onProbation()),
                    new Variant<>(
                            "taken_back", TakenBack.class, line("why", Shape.text(), TakenBack::why, TakenBack::new)),
                    new Variant<>(
                            "refused", Refused.class, line("reason", Shape.text(), Refused::reason, Refused::new)),
                    new Variant<>(
                            "unfinished",
                            Unfinished.class,
                            line("reason", Shape.text(), Unfinished::reason, Unfinished::new)),
                    new Variant<>(
                            "hindered",
                            Hindered.class,
                            line("reasons", new TableShape<>(Shape.text()), Hindered::reasons, Hindered::new)),
                    new Variant<>("welcome", Welcome.class, welcome()),
                    new Variant<>("part", Part.class, part()),
                    new Variant<>("captured", Captured.class, CaptureShape.SHAPE),
                    new Variant<>("program", Program.class, program()),
                    new Variant<>("fault", Fault.class, line("reason", Shape.text(), Fault::reason, Fault::new))));

    private static <R> RecordShape<R> bare(Supplier<R> made) {
        return new RecordShape<>(List.of(), _ -> made.get());
    }

    private static <R, F> RecordShape<R> line(
            String key, Shape<F> shape, Function<R, F> getter, Function<F, R> constructor) {
        var field = required(key, shape, getter);
        return new RecordShape<>(List.of(field), line -> constructor.apply(line.get(field)));
    }

    private static RecordShape<At> at() {
        var percent = required("percent", Shape.number(), (At at) -> (long) at.percent());
        var what = required("what", Shape.text(), At::what);
        return new RecordShape<>(
                List.of(percent, what), line -> new At(Math.clamp(line.get(percent), 0, 100), line.get(what)));
    }

    private static RecordShape<Greeting> greeting() {
        var protocol = required("protocol", Shape.number(), Greeting::protocol);
        var twin = required("twin", Shape.text(), Greeting::twin);
        return new RecordShape<>(List.of(protocol, twin), line -> new Greeting(line.get(protocol), line.get(twin)));
    }

    private static RecordShape<Plugin> plugin() {
        var protocol = required("protocol", Shape.number(), Plugin::protocol);
        var program = required("program", Shape.text(), Plugin::program);
        var can = withDefault("can", Shape.list(Shape.text()), List.<String>of(), Plugin::can);
        return new RecordShape<>(
                List.of(protocol, program, can),
                line -> new Plugin(line.get(protocol), line.get(program), line.get(can)));
    }

    private static RecordShape<Welcome> welcome() {
        var user = required("user", Shape.text(), Welcome::user);
        var identity = optional("identity", Digest.SHAPE, Welcome::identity);
        var facts =
                optional("facts", SystemFacts.SHAPE, (Welcome it) -> it.facts().found());
        var noFacts = optional("no_facts", Shape.text(), ReplyShapes::reason);
        var here = required("here", Shape.list(Shape.text()), Welcome::here);
        var reloads = required("reloads", Shape.truth(), Welcome::reloads);
        return new RecordShape<>(
                List.of(user, identity, facts, noFacts, here, reloads),
                line -> new Welcome(
                        line.get(user),
                        line.get(identity),
                        facts(line.get(facts), line.get(noFacts)),
                        line.get(here),
                        line.get(reloads)));
    }

    private static Optional<String> reason(Welcome welcome) {
        return welcome.facts() instanceof HostFacts.Answer.Unknown<SystemFacts>(var reason)
                ? Optional.of(reason)
                : Optional.empty();
    }

    private static HostFacts.Answer<SystemFacts> facts(Optional<SystemFacts> known, Optional<String> reason) {
        return known.<HostFacts.Answer<SystemFacts>>map(HostFacts.Answer.Known::new)
                .orElseGet(() -> new HostFacts.Answer.Unknown<>(reason.orElse("nothing is known of that machine")));
    }

    private static RecordShape<Program> program() {
        var path = required("path", Shape.text(), Program::path);
        var digest = required("digest", Digest.SHAPE, Program::digest);
        var ofRoot = required("of_root", Shape.truth(), Program::ofRoot);
        return new RecordShape<>(
                List.of(path, digest, ofRoot), line -> new Program(line.get(path), line.get(digest), line.get(ofRoot)));
    }

    private static RecordShape<Part> part() {
        var base64 = required("base64", Shape.text(), Part::base64);
        var last = required("last", Shape.truth(), Part::last);
        return new RecordShape<>(List.of(base64, last), line -> new Part(line.get(base64), line.get(last)));
    }

    private static RecordShape<OnProbation> onProbation() {
        var millis = required("millis", Shape.number(), OnProbation::millis);
        var sign = required("sign", Shape.text(), OnProbation::sign);
        return new RecordShape<>(List.of(millis, sign), line -> new OnProbation(line.get(millis), line.get(sign)));
    }

    private static RecordShape<Forecast.Effects> effects() {
        var adds = required("also_adds", Shape.list(Shape.text()), Forecast.Effects::alsoAdds);
        var removes = required("also_removes", Shape.list(Shape.text()), Forecast.Effects::alsoRemoves);
        return new RecordShape<>(
                List.of(adds, removes), line -> new Forecast.Effects(line.get(adds), line.get(removes)));
    }
}
