package dev.twinsync.os.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Digest;
import dev.twinsync.domain.FragmentShapes;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.KindLaws;
import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Property;
import dev.twinsync.domain.containers.ContainersTest;
import dev.twinsync.domain.cron.CronTest;
import dev.twinsync.domain.desktop.DesktopTest;
import dev.twinsync.domain.files.CaptureRules;
import dev.twinsync.domain.files.FilesTest;
import dev.twinsync.domain.files.TargetPath;
import dev.twinsync.domain.homeassistant.HomeAssistantConfigTest;
import dev.twinsync.domain.logs.LogReport;
import dev.twinsync.domain.logs.LogsConfig;
import dev.twinsync.domain.logs.Severity;
import dev.twinsync.domain.logs.Sighting;
import dev.twinsync.domain.network.NetworkTest;
import dev.twinsync.domain.packages.PackagesTest;
import dev.twinsync.domain.plugin.PluginName;
import dev.twinsync.domain.plugin.ProgramName;
import dev.twinsync.domain.services.ServicesTest;
import dev.twinsync.domain.shape.JsonTree;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.domain.supervisor.SupervisorTest;
import dev.twinsync.domain.system.SystemFacts;
import dev.twinsync.domain.timers.TimersTest;
import dev.twinsync.os.JsonReader;
import dev.twinsync.port.Backups;
import dev.twinsync.port.Forecast;
import dev.twinsync.port.HostFacts;
import dev.twinsync.port.LogSource;
import dev.twinsync.port.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was written as a line is read as what it was. */
class MessagesTest {

    static Stream<KindLaws<?, ?, ?>> kinds() {
        return Stream.of(
                new PackagesTest(),
                new FilesTest(),
                new ServicesTest(),
                new ContainersTest(),
                new SupervisorTest(),
                new HomeAssistantConfigTest(),
                new CronTest(),
                new TimersTest(),
                new DesktopTest(),
                new NetworkTest());
    }

    private static <T> void survives(Shape<T> shape, T value) {
        var line = JsonTree.compact(shape.write(value));
        assertEquals(-1, line.indexOf('\n'));
        assertEquals(new Reading.Value<>(value), JsonReader.read(line).then(shape::read));
    }

    private static Arbitrary<String> text() {
        return Arbitraries.strings().all().ofMaxLength(12);
    }

    private static Arbitrary<Digest> digest() {
        return Arbitraries.strings().withChars("0123456789abcdef").ofLength(64).map(hex -> new Digest("sha256:" + hex));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <D extends Keyed, L extends Keyed, A extends Action> void requests_about_actions_of_each_kind(
            KindLaws<D, L, A> laws) {
        var shape = laws.kindUnderTest().action();
        Arbitrary<List<Tree>> actions =
                laws.anyAction().map(shape::write).list().ofMaxSize(3);
        var requests = Combinators.combine(
                        text(), actions, Arbitraries.integers().between(0, 8))
                .as((plugin, trees, which) -> switch (which) {
                    case 0 -> new Request.Foresee(plugin, trees);
                    case 1 -> new Request.Group(plugin, trees);
                    case 2 -> new Request.Need(plugin, trees);
                    case 3 -> new Request.Apply(plugin, trees);
                    case 4 -> new Request.Mend(plugin, trees);
                    case 5 -> new Request.Keep(plugin, trees);
                    case 6 -> new Request.Obstacles(plugin, trees);
                    case 7 -> new Request.Renew(plugin, trees);
                    default -> new Request.TakeBack(plugin, trees);
                });
        Property.forAll(requests, request -> survives(Request.SHAPE, request));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <D extends Keyed, L extends Keyed, A extends Action> void looks_at_each_kind(KindLaws<D, L, A> laws) {
        var shape = FragmentShapes.live(laws.kindUnderTest());
        Property.forAll(laws.anyMachine(), machine -> {
            var observed = new Reply.Observed(shape.write(new Observation.Seen<>(machine)));
            survives(Reply.SHAPE, observed);
            assertEquals(new Reading.Value<>(new Observation.Seen<>(machine)), shape.read(observed.observation()));
        });
    }

    @Test
    void all_other_requests() {
        Arbitrary<Request> observe = Combinators.combine(text(), text().set().ofMaxSize(4), Arbitraries.of(true, false))
                .as((plugin, keys, all) ->
                        new Request.Observe(plugin, all ? new Scope.Everything(keys) : new Scope.Only(keys)));
        Arbitrary<Request> hand = Combinators.combine(
                        digest(), Arbitraries.longs().between(0, 1L << 40), text(), Arbitraries.of(true, false))
                .as(Request.Hand::new);
        Arbitrary<Request> hello = Combinators.combine(Arbitraries.longs().between(-9, 9), text(), days())
                .as((protocol, repository, days) -> new Request.Hello(protocol, repository, List.of(), days));
        Arbitrary<Request> ofGuest = Arbitraries.oneOf(
                Combinators.combine(
                                Arbitraries.longs().between(-9, 9),
                                Arbitraries.longs().between(0, 999),
                                Arbitraries.of(true, false),
                                days())
                        .as((protocol, seconds, named, days) -> new Request.Visit(
                                protocol,
                                CaptureRules.DEFAULT,
                                seconds,
                                named ? Optional.of(new TargetPath("/config")) : Optional.empty(),
                                days)),
                Arbitraries.longs().between(0, 99_999).map(Request.Lock::new),
                Arbitraries.just(new Request.Unlock()),
                Combinators.combine(
                                text(),
                                text(),
                                Arbitraries.longs().between(0, 99),
                                Arbitraries.longs().between(0, 1L << 40))
                        .as(Request.Fetch::new),
                Combinators.combine(text(), text(), text())
                        .as((plugin, name, mark) ->
                                new Request.Capture(plugin, LogsConfig.DEFAULT, Map.of(name, mark))),
                Arbitraries.just(new Request.Find(new ProgramName("twin-toy"))),
                Combinators.combine(digest(), text(), Arbitraries.of(true, false))
                        .as((digest, schema, root) -> new Request.Engage(
                                new RootProgram(
                                        new PluginName("toys.toy"),
                                        new ProgramName("twin-toy"),
                                        digest,
                                        Tree.text(schema)),
                                root)));
        Property.forAll(Arbitraries.oneOf(observe, hand, hello, ofGuest), request -> survives(Request.SHAPE, request));
    }

    private static Arbitrary<Long> days() {
        return Arbitraries.longs().between(1, Backups.MOST_DAYS);
    }

    @Test
    void all_other_replies() {
        Arbitrary<Forecast> forecast = Arbitraries.oneOf(
                Combinators.combine(text().list().ofMaxSize(2), text().list().ofMaxSize(2))
                        .as(Forecast.Effects::new),
                text().map(Forecast.Perilous::new),
                text().map(Forecast.Impossible::new),
                text().map(Forecast.Unknown::new));
        Arbitrary<Reply> foreseen =
                Combinators.combine(text(), forecast).as((key, one) -> new Reply.Foreseen(Map.of(key, one)));
        Arbitrary<Reply> at = Combinators.combine(Arbitraries.integers().between(0, 100), text())
                .as(Reply.At::new);
        Arbitrary<Reply> grouped =
                text().map(Tree::text).list().ofMaxSize(2).list().ofMaxSize(2).map(Reply.Grouped::new);
        Arbitrary<Reply> other = Arbitraries.oneOf(
                text().map(Reply.Said::new),
                text().map(twin -> new Reply.Greeting(1, twin)),
                text().map(Reply.Busy::new),
                text().map(Reply.Refused::new),
                text().map(Reply.TakenBack::new),
                text().map(Reply.Unfinished::new),
                Combinators.combine(Arbitraries.longs().between(0, 600_000), text())
                        .as(Reply.OnProbation::new),
                text().map(Reply.Fault::new),
                digest().list().ofMaxSize(2).map(Reply.Needed::new),
                Arbitraries.of(new Reply.Taken(), new Reply.Ran()));
        Arbitrary<HostFacts.Answer<SystemFacts>> facts = Arbitraries.oneOf(
                text().filter(reason -> !reason.isEmpty()).map(HostFacts.Answer.Unknown::new),
                text().map(name -> new HostFacts.Answer.Known<>(new SystemFacts(
                        new SystemFacts.Distribution("debian", Optional.of("12"), Optional.empty(), name),
                        "6.1",
                        "box",
                        "amd64"))));
        Arbitrary<Reply> ofHost = Arbitraries.oneOf(
                Combinators.combine(
                                text(),
                                digest().optional(),
                                facts,
                                text().list().ofMaxSize(3),
                                Arbitraries.of(true, false))
                        .as(Reply.Welcome::new),
                Combinators.combine(text(), Arbitraries.of(true, false)).as(Reply.Part::new),
                Combinators.combine(text(), text()).as((key, reason) -> new Reply.Hindered(Map.of(key, reason))),
                Combinators.combine(text(), digest(), Arbitraries.of(true, false))
                        .as(Reply.Program::new),
                Combinators.combine(text(), text(), Arbitraries.of(Severity.values()), text().optional())
                        .as((line, name, severity, when) -> new Reply.Captured(new LogSource.Capture(
                                List.of(new LogSource.LogText("files/syslog_tail.txt", List.of(line, name))),
                                List.of(LogReport.unread(line, name), LogReport.ofNothing(name, line)),
                                List.of(new Sighting(line, severity, name, when, when, 7)),
                                Map.of(line, name)))));
        Property.forAll(Arbitraries.oneOf(foreseen, at, grouped, other, ofHost), reply -> survives(Reply.SHAPE, reply));
    }
}
