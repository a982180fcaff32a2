package dev.twinsync.os.containers;

import dev.twinsync.domain.shape.Tree;
import dev.twinsync.os.Facts;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.function.Consumer;

/** As much of an engine as twin uses, in memory; at one of its changes it can refuse, or take twin with it. */
final class FakeEngine implements Api {

    /** Twin is gone: nothing of it runs any more. */
    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** What happens at the change that was chosen. */
    enum Fault {
        KILLED_BEFORE,
        KILLED_AFTER,
        REFUSED
    }

    private static final class Box {
        String name = "";
        String state = "created";
        String started = "0001-01-01T00:00:00Z";
        Facts body = new Facts(Tree.map().build());
    }

    private final Map<String, Box> boxes = new LinkedHashMap<>();
    private int made;
    private int changes;
    private int faultAt = -1;
    private Fault fault = Fault.REFUSED;
    private final Queue<String> words = new ArrayDeque<>();
    private String driver = "json-file";
    boolean startsWell = true;

    /** @param words of every container, as one look after the other at its log finds them; nothing after the last */
    void keepsLog(String driver, String... words) {
        this.driver = driver;
        this.words.addAll(List.of(words));
    }

    /** Counts changes from here on. @param at which of them, from 0 on */
    void failAt(int at, Fault how) {
        changes = 0;
        faultAt = at;
        fault = how;
    }

    int changes() {
        return changes;
    }

    /** Name, state and variables of each, without ids: what one could see of the machine. */
    Map<String, String> picture() {
        var picture = new TreeMap<String, String>();
        boxes.values()
                .forEach(box -> picture.put(
                        box.name,
                        (box.state.equals("running") ? "running" : "stopped") + " "
                                + box.body.at("Env").texts() + " "
                                + box.body.at("HostConfig", "Binds").texts()));
        return picture;
    }

    private interface Change<T> {
        T run() throws NoAnswer;
    }

    private <T> T change(Change<T> change) throws NoAnswer {
        boolean due = changes++ == faultAt;
        if (due && fault == Fault.KILLED_BEFORE) {
            throw new Killed();
        }
        if (due && fault == Fault.REFUSED) {
            throw new NoAnswer("refused");
        }
        var result = change.run();
        if (due) {
            throw new Killed();
        }
        return result;
    }

    private Optional<String> id(String nameOrId) {
        return boxes.entrySet().stream()
                .filter(box ->
                        box.getKey().equals(nameOrId) || box.getValue().name.equals(nameOrId))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private Box box(String id) throws NoAnswer {
        return Optional.ofNullable(boxes.get(id)).orElseThrow(() -> new NoAnswer("no such container"));
    }

    @Override
    public Optional<Facts> get(String path) {
        if (path.startsWith("images/")) {
            return path.contains("nosuch")
                    ? Optional.empty()
                    : Optional.of(new Facts(
                            Tree.map().put("Config", Tree.map().build()).build()));
        }
        if (path.equals("version")) {
            return Optional.of(new Facts(Tree.map().put("ApiVersion", "1.41").build()));
        }
        if (path.equals("containers/json?all=1")) {
            return Optional.of(new Facts(Tree.list(boxes.keySet().stream()
                    .map(id -> Tree.map().put("Id", id).build())
                    .toList())));
        }
        if (path.equals("networks")) {
            return Optional.of(new Facts(Tree.list(List.of("bridge", "host", "none", "lan").stream()
                    .map(name -> Tree.map().put("Name", name).build())
                    .toList())));
        }
        return id(path.split("/")[1]).map(this::inspect);
    }

    private Facts inspect(String id) {
        var box = boxes.get(id);
        var state = Tree.map()
                .put("Status", box.state)
                .put("StartedAt", box.started)
                .put("ExitCode", "1")
                .build();
        return new Facts(Tree.map()
                .put("Id", id)
                .put("Name", "/" + box.name)
                .put("Image", "sha256:" + "a".repeat(64))
                .put("State", state)
                .put("Config", box.body.tree())
                .put("HostConfig", host(box))
                .put("Mounts", box.body.at("FakeMounts").tree())
                .put(
                        "NetworkSettings",
                        Tree.map().put("Networks", networks(box)).build())
                .build());
    }

    private Tree host(Box box) {
        var host = Tree.map().put("LogConfig", Tree.map().put("Type", driver).build());
        if (box.body.at("HostConfig").tree() instanceof Tree.Mapping(var chosen, var _)) {
            chosen.forEach(line -> host.put(line.key(), line.value()));
        }
        return host.build();
    }

    private static Tree networks(Box box) {
        var mode = box.body.at("HostConfig", "NetworkMode").text();
        var network = mode.isEmpty() || mode.equals("default") ? "bridge" : mode;
        return Tree.map().put(network, Tree.map().build()).build();
    }

    @Override
    public Facts post(String path, Tree body) throws NoAnswer {
        return change(() -> {
            var name = path.substring(path.indexOf('=') + 1);
            if (id(name).isPresent()) {
                throw new NoAnswer("the name " + name + " is taken");
            }
            var id = String.format("%064x", ++made);
            var box = new Box();
            box.name = name;
            box.body = new Facts(body);
            boxes.put(id, box);
            return new Facts(Tree.map().put("Id", id).build());
        });
    }

    @Override
    public void post(String path) throws NoAnswer {
        change(() -> {
            var parts = path.split("[/?=]");
            var box = box(parts[1]);
            switch (parts[2]) {
                case "start" -> {
                    checkPort(box);
                    box.state = startsWell || !box.body.at("Env").texts().contains("SICK=1") ? "running" : "exited";
                    box.started = "2026-01-01T00:00:00Z";
                }
                case "stop" -> box.state = "exited";
                case "rename" -> {
                    if (id(parts[4]).isPresent()) {
                        throw new NoAnswer("the name is taken");
                    }
                    box.name = parts[4];
                }
                case String other -> throw new AssertionError(other);
            }
            return box;
        });
    }

    /** All of them want the same port of the machine. */
    private void checkPort(Box starting) throws NoAnswer {
        if (boxes.values().stream().anyMatch(box -> box != starting && box.state.equals("running"))) {
            throw new NoAnswer("port is already allocated");
        }
    }

    @Override
    public void delete(String path) throws NoAnswer {
        change(() -> {
            var id = path.split("[/?]")[1];
            if (box(id).state.equals("running")) {
                throw new NoAnswer("it runs");
            }
            return boxes.remove(id);
        });
    }

    @Override
    public void follow(String path, Consumer<Facts> line) throws NoAnswer {
        change(() -> {
            line.accept(new Facts(Tree.map().put("error", "no such image").build()));
            return List.of();
        });
    }

    @Override
    public byte[] read(String path, int most) {
        var text = Optional.ofNullable(words.poll()).orElse("").getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + text.length)
                .putInt(0)
                .putInt(text.length)
                .put(text)
                .array();
    }
}
