package dev.twinsync.os.worker;

import dev.twinsync.domain.shape.JsonTree;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.port.Scope;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Whether a program speaks as agreed, also with somebody who does not. It is only looked at, and nothing is changed. */
final class PluginManners {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String plugin;
    private final PluginPartner partner;
    private final Wire wire;
    private final PluginVerdicts verdicts = new PluginVerdicts();

    private PluginManners(String plugin, PluginPartner partner) {
        this.plugin = plugin;
        this.partner = partner;
        this.wire = new Wire(partner.output(), partner.input());
    }

    static List<PluginVerdict> of(String plugin, Path program) throws IOException {
        var partner = PluginPartner.start(plugin, program);
        var manners = new PluginManners(plugin, partner);
        try {
            manners.converse();
        } finally {
            partner.abandon();
        }
        return manners.verdicts.all();
    }

    private void converse() {
        boolean greeted = judge("it greets as a plugin of protocol " + Wire.PROTOCOL, () -> {
            if (!(answer() instanceof Reply.Plugin(var protocol, var _, var _)) || protocol != Wire.PROTOCOL) {
                throw new IOException("its first line is another one");
            }
        });
        if (!greeted) {
            return;
        }
        judge(
                "it takes hello",
                () -> expect(
                        Reply.Taken.class, line(Request.SHAPE.write(new Request.Hello(Wire.PROTOCOL, "/nowhere")))));
        judge("it answers what is no request with a fault", () -> expect(Reply.Fault.class, "nonsense"));
        judge(
                "it answers a request that it does not know with a fault",
                () -> expect(
                        Reply.Fault.class,
                        line(Tree.map()
                                .put("ask", "twin_check")
                                .put("plugin", plugin)
                                .build())));
        judge("it does not do what is no action", () -> {
            var said = heard(line(Tree.map()
                    .put("ask", "apply")
                    .put("plugin", plugin)
                    .put(
                            "actions",
                            Tree.list(List.of(Tree.map().put("op", "twin_check").build())))
                    .build()));
            if (!(said instanceof Reply.Fault) && !(said instanceof Reply.Refused)) {
                throw new IOException("it answered " + word(said));
            }
        });
        judge(
                "and goes on",
                () -> expect(
                        Reply.Observed.class,
                        line(Request.SHAPE.write(new Request.Observe(plugin, new Scope.Only(Set.of()))))));
        judge("it ends at the end of its input", () -> {
            toOneThatListens(() -> partner.input().close());
            partner.within(PATIENCE);
            if (wire.next().isPresent()) {
                throw new IOException("it says something that nobody asked for");
            }
        });
    }

    private boolean judge(String sentence, PluginVerdicts.Law law) {
        return verdicts.judge(sentence, law);
    }

    private static String line(Tree tree) {
        return JsonTree.compact(tree);
    }

    private <R extends Reply> void expect(Class<R> type, String line) throws IOException {
        var said = heard(line);
        if (!type.isInstance(said)) {
            throw new IOException("it answered " + word(said));
        }
    }

    private static String word(Reply reply) {
        return JsonTree.compact(Reply.SHAPE.write(reply));
    }

    /** Its answer to a line, behind its news. */
    private Reply heard(String line) throws IOException {
        partner.within(PATIENCE);
        toOneThatListens(() -> {
            partner.input().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            partner.input().flush();
        });
        var said = answer();
        while (said instanceof Reply.News) {
            said = answer();
        }
        return said;
    }

    /** What is said to it, for which it has to be there. */
    private static void toOneThatListens(PluginVerdicts.Law saying) throws IOException {
        try {
            saying.tried();
        } catch (IOException closed) {
            throw new IOException("this was not tried: the program has ended before", closed);
        }
    }

    private Reply answer() throws IOException {
        partner.within(PATIENCE);
        var message = wire.next().orElseThrow(() -> new IOException(partner.ending()));
        return switch (message.then(Reply.SHAPE::read)) {
            case Reading.Value<Reply>(var reply) -> reply;
            case Reading.Wrong<Reply>(var problems) ->
                throw new IOException(problems.getFirst().toString());
        };
    }
}
