package dev.twinsync.os.containers;

import dev.twinsync.domain.containers.ContainerAction;
import dev.twinsync.domain.containers.ContainerAction.Create;
import dev.twinsync.domain.containers.ContainerAction.Remove;
import dev.twinsync.domain.containers.ContainerAction.Replace;
import dev.twinsync.domain.containers.ContainerAction.Start;
import dev.twinsync.domain.containers.ContainerAction.Stop;
import dev.twinsync.domain.containers.ContainerAction.Update;
import dev.twinsync.domain.containers.ContainerName;
import dev.twinsync.os.secrets.SecretOnDisk;
import dev.twinsync.port.Progress;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Does one thing to one container. What needs to be fetched is there before anything is stopped. */
record Work(Engine engine, Patience patience, SecretOnDisk files, Progress progress) {

    void perform(ContainerAction action) throws NoAnswer {
        switch (action) {
            case Create create -> create(create);
            case Replace replace -> replace(replace);
            case Update(var name, var restart) -> engine.update(there(name).id(), restart);
            case Start(var name) -> start(there(name));
            case Stop(var name) -> engine.stop(there(name).id());
            case Remove(var name) -> remove(name);
        }
    }

    private Container there(ContainerName name) throws NoAnswer {
        return engine.byName(name).orElseThrow(() -> new NoAnswer("there is no container " + name));
    }

    private void start(Container container) throws NoAnswer {
        var before = engine.log(container);
        engine.start(container.id());
        try {
            arrival().await(container.id());
        } catch (NoAnswer down) {
            var words = engine.byId(container.id())
                    .map(ended -> lastWords().of(ended, before))
                    .orElse("");
            progress.said(new Values(Map.of(), secrets(container)).without(words));
            throw down;
        }
    }

    private static Set<String> secrets(Container container) {
        return new TreeSet<>(container.variables().values());
    }

    private Arrival arrival() {
        return new Arrival(engine, patience);
    }

    private LastWords lastWords() {
        return new LastWords(engine, patience);
    }

    private void create(Create create) throws NoAnswer {
        var image = create.spec().reference().orElseThrow(() -> new NoAnswer("no image to make it of"));
        var values = Values.of(create.spec(), Optional.empty(), files);
        Pull.whereMissing(engine, image, progress);
        var mark = Map.entry(Container.MADE, "twin");
        var blueprint = new Blueprint(create.spec(), image.text(), Optional.empty(), values, mark);
        try {
            var id = engine.create(create.name(), blueprint.body());
            if (create.running()) {
                begin(id, values);
            }
        } catch (NoAnswer refused) {
            throw new NoAnswer(values.without(refused.getMessage()));
        }
    }

    /** One that does not come up is taken away again: it was not there before. */
    private void begin(String id, Values values) throws NoAnswer {
        try {
            engine.start(id);
            arrival().await(id);
        } catch (NoAnswer down) {
            var made = engine.byId(id);
            progress.said(values.without(made.map(lastWords()::of).orElse("")));
            if (made.isPresent()) {
                engine.stop(id);
                engine.remove(id);
            }
            throw down;
        }
    }

    private void replace(Replace replace) throws NoAnswer {
        var old = there(replace.name());
        free(Names.old(replace.name()));
        var image = engine.image(old.imageId())
                .orElseThrow(() -> new NoAnswer("the image of " + replace.name() + " is gone from this machine"));
        var before = Optional.of(new Portrait(old, image, Optional.empty()));
        var values = Values.of(replace.spec(), before, files);
        var reference = replace.spec().reference();
        if (reference.isPresent()) {
            Pull.whereMissing(engine, reference.get(), progress);
        }
        var name =
                reference.map(Object::toString).orElse(old.config().at("Image").text());
        var replacement = new Replacement(engine, patience, replace.name(), old, progress);
        replacement.run(new Blueprint(replace.spec(), name, before, values, replacement.mark()), replace.running());
    }

    private void free(ContainerName name) throws NoAnswer {
        if (engine.byName(name).isPresent()) {
            throw new NoAnswer(Names.inTheWay(name));
        }
    }

    /** It has another name while it is stopped: cut off there, it is known as one that was to go. */
    private void remove(ContainerName name) throws NoAnswer {
        var container = there(name);
        free(Names.gone(name));
        engine.rename(container.id(), Names.gone(name));
        try {
            engine.stop(container.id());
            engine.remove(container.id());
        } catch (NoAnswer refused) {
            engine.rename(container.id(), name);
            if (container.isRunning()) {
                engine.start(container.id());
            }
            throw refused;
        }
    }
}
