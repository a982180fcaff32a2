package dev.twinsync.os.worker;

import static dev.twinsync.domain.shape.Field.optional;
import static dev.twinsync.domain.shape.Field.required;
import static dev.twinsync.domain.shape.Field.withDefault;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.files.CaptureRules;
import dev.twinsync.domain.files.TargetPath;
import dev.twinsync.domain.logs.LogsConfig;
import dev.twinsync.domain.shape.Field;
import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.TableShape;
import dev.twinsync.domain.shape.TaggedShape;
import dev.twinsync.domain.shape.TaggedShape.Variant;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.os.worker.Request.Apply;
import dev.twinsync.os.worker.Request.Capture;
import dev.twinsync.os.worker.Request.Engage;
import dev.twinsync.os.worker.Request.Fetch;
import dev.twinsync.os.worker.Request.Find;
import dev.twinsync.os.worker.Request.Foresee;
import dev.twinsync.os.worker.Request.Group;
import dev.twinsync.os.worker.Request.Hand;
import dev.twinsync.os.worker.Request.Hello;
import dev.twinsync.os.worker.Request.Keep;
import dev.twinsync.os.worker.Request.Lock;
import dev.twinsync.os.worker.Request.Mend;
import dev.twinsync.os.worker.Request.Need;
import dev.twinsync.os.worker.Request.Observe;
import dev.twinsync.os.worker.Request.Obstacles;
import dev.twinsync.os.worker.Request.Renew;
import dev.twinsync.os.worker.Request.TakeBack;
import dev.twinsync.os.worker.Request.Unlock;
import dev.twinsync.os.worker.Request.Visit;
import dev.twinsync.port.Backups;
import dev.twinsync.port.Scope;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;

/** How requests look. */
final class RequestShapes {

    private RequestShapes() {}

    private static final Shape<Scope> SCOPE = new TaggedShape<>(
            "of",
            Optional.empty(),
            List.of(
                    new Variant<>(
                            "everything",
                            Scope.Everything.class,
                            keys("declared", Scope.Everything::declared, Scope.Everything::new)),
                    new Variant<>("only", Scope.Only.class, keys("keys", Scope.Only::keys, Scope.Only::new))));

    static final Shape<Request> SHAPE = new TaggedShape<>(
            "ask",
            Optional.empty(),
            List.of(
                    new Variant<>("hello", Hello.class, hello()),
                    new Variant<>("observe", Observe.class, observe()),
                    new Variant<>("foresee", Foresee.class, about(Foresee::plugin, Foresee::actions, Foresee::new)),
                    new Variant<>("group", Group.class, about(Group::plugin, Group::actions, Group::new)),
                    new Variant<>("need", Need.class, about(Need::plugin, Need::actions, Need::new)),
                    new Variant<>("hand", Hand.class, hand()),
                    new Variant<>("apply", Apply.class, about(Apply::plugin, Apply::actions, Apply::new)),
                    new Variant<>("mend", Mend.class, about(Mend::plugin, Mend::actions, Mend::new)),
                    new Variant<>("renew", Renew.class, about(Renew::plugin, Renew::actions, Renew::new)),
                    new Variant<>("keep", Keep.class, about(Keep::plugin, Keep::actions, Keep::new)),
                    new Variant<>(
                            "take_back", TakeBack.class, about(TakeBack::plugin, TakeBack::actions, TakeBack::new)),
                    new Variant<>(
                            "obstacles", Obstacles.class, about(Obstacles::plugin, Obstacles::actions, Obstacles::new)),
                    new Variant<>("visit", Visit.class, visit()),
                    new Variant<>("lock", Lock.class, lock()),
                    new Variant<>("unlock", Unlock.class, new RecordShape<>(List.of(), _ -> new Unlock())),
                    new Variant<>("fetch", Fetch.class, fetch()),
                    new Variant<>("capture", Capture.class, capture()),
                    new Variant<>("find", Find.class, find()),
                    new Variant<>("engage", Engage.class, engage())));

    private static <S> RecordShape<S> keys(
            String key, Function<S, Set<String>> getter, Function<Set<String>, S> constructor) {
        Field<S, List<String>> keys =
                required(key, Shape.list(Shape.text()), scope -> List.copyOf(new TreeSet<>(getter.apply(scope))));
        return new RecordShape<>(List.of(keys), line -> constructor.apply(new TreeSet<>(line.get(keys))));
    }

    private static RecordShape<Hello> hello() {
        var protocol = required("protocol", Shape.number(), Hello::protocol);
        var repository = required("repository", Shape.text(), Hello::repository);
        var programs = withDefault("programs", Shape.list(RootProgram.SHAPE), List.<RootProgram>of(), Hello::programs);
        var days = keepDays(Hello::keepDays);
        return new RecordShape<>(
                List.of(protocol, repository, programs, days),
                line -> new Hello(line.get(protocol), line.get(repository), line.get(programs), line.get(days)));
    }

    /** What is usual is not said: a side that is older than these words understands it, too. */
    private static <R> Field<R, Long> keepDays(Function<R, Long> getter) {
        return withDefault("keep_days", Shape.number(1, Backups.MOST_DAYS), Backups.USUAL_DAYS, getter);
    }

    private static RecordShape<Observe> observe() {
        var plugin = required("plugin", Shape.text(), Observe::plugin);
        var scope = required("scope", SCOPE, Observe::scope);
        return new RecordShape<>(List.of(plugin, scope), line -> new Observe(line.get(plugin), line.get(scope)));
    }

    private static RecordShape<Hand> hand() {
        var digest = required("digest", Digest.SHAPE, Hand::digest);
        var from = required("from", Shape.number(), Hand::from);
        var base64 = required("base64", Shape.text(), Hand::base64);
        var last = withDefault("last", Shape.truth(), false, Hand::last);
        return new RecordShape<>(
                List.of(digest, from, base64, last),
                line -> new Hand(line.get(digest), line.get(from), line.get(base64), line.get(last)));
    }

    private static RecordShape<Visit> visit() {
        var protocol = required("protocol", Shape.number(), Visit::protocol);
        var rules = required("files", CaptureRules.SHAPE, Visit::rules);
        var timeout = required("network_timeout", Shape.number(), Visit::networkTimeout);
        var folder = optional("home_assistant", TargetPath.SHAPE, Visit::homeAssistant);
        var days = keepDays(Visit::keepDays);
        return new RecordShape<>(
                List.of(protocol, rules, timeout, folder, days),
                line -> new Visit(
                        line.get(protocol), line.get(rules), line.get(timeout), line.get(folder), line.get(days)));
    }

    private static RecordShape<Lock> lock() {
        var patience = required("patience", Shape.number(), Lock::patience);
        return new RecordShape<>(List.of(patience), line -> new Lock(line.get(patience)));
    }

    private static RecordShape<Fetch> fetch() {
        var plugin = required("plugin", Shape.text(), Fetch::plugin);
        var key = required("key", Shape.text(), Fetch::key);
        var number = required("number", Shape.number(), Fetch::number);
        var from = required("from", Shape.number(), Fetch::from);
        return new RecordShape<>(
                List.of(plugin, key, number, from),
                line -> new Fetch(line.get(plugin), line.get(key), line.get(number), line.get(from)));
    }

    private static RecordShape<Capture> capture() {
        var plugin = required("plugin", Shape.text(), Capture::plugin);
        var wanted = required("wanted", LogsConfig.SHAPE, Capture::wanted);
        var marks = required("marks", new TableShape<>(Shape.text()), Capture::marks);
        return new RecordShape<>(
                List.of(plugin, wanted, marks),
                line -> new Capture(line.get(plugin), line.get(wanted), line.get(marks)));
    }

    private static RecordShape<Find> find() {
        var program = required("program", RootProgram.NAME, Find::program);
        return new RecordShape<>(List.of(program), line -> new Find(line.get(program)));
    }

    private static RecordShape<Engage> engage() {
        var program = required("program", RootProgram.SHAPE, Engage::program);
        var root = required("root", Shape.truth(), Engage::root);
        return new RecordShape<>(List.of(program, root), line -> new Engage(line.get(program), line.get(root)));
    }

    private static <R> RecordShape<R> about(
            Function<R, String> plugin, Function<R, List<Tree>> actions, BiFunction<String, List<Tree>, R> made) {
        var name = required("plugin", Shape.text(), plugin);
        var list = required("actions", Shape.list(Shape.tree()), actions);
        return new RecordShape<>(List.of(name, list), line -> made.apply(line.get(name), line.get(list)));
    }
}
