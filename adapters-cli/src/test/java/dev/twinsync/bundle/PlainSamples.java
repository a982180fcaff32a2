package dev.twinsync.bundle;

import dev.twinsync.bundle.Samples.Asked;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@link Samples} as the build puts them: its program is compiled and asked, and what it gives is loaded beside what was written. */
final class PlainSamples {

    private static final Path PROGRAM = Path.of("src/bundle");
    private static final List<String> MAKERS = List.of("SwitchBootstraps", "ObjectMethods");

    private final Map<String, byte[]> plain = within(Samples.class)
            .filter(type -> type != Asked.class)
            .map(Class::getName)
            .collect(Collectors.toMap(Function.identity(), PlainSamples::written));

    private static Stream<Class<?>> within(Class<?> type) {
        return Stream.concat(
                Stream.of(type), Stream.of(type.getDeclaredClasses()).flatMap(PlainSamples::within));
    }

    PlainSamples() {
        try (var program = new URLClassLoader(new URL[] {compiled().toUri().toURL()})) {
            var maker = program.loadClass("PlainCode").getDeclaredConstructor(Function.class);
            maker.setAccessible(true);
            var code = maker.newInstance((Function<ClassDesc, InputStream>) PlainSamples::neighbour);
            var put = code.getClass().getDeclaredMethod("of", byte[].class);
            put.setAccessible(true);
            for (var sample : plain.entrySet()) {
                sample.setValue((byte[]) put.invoke(code, (Object) sample.getValue()));
            }
        } catch (IOException | ReflectiveOperationException broken) {
            throw new AssertionError(broken);
        }
    }

    private static Path compiled() throws IOException {
        var classes = Files.createDirectories(Path.of("target/bundle"));
        var compiler = ToolProvider.findFirst("javac").orElseThrow();
        try (var sources = Files.list(PROGRAM)) {
            var arguments = Stream.concat(Stream.of("-d", classes.toString()), sources.map(Path::toString));
            if (compiler.run(System.out, System.err, arguments.toArray(String[]::new)) != 0) {
                throw new AssertionError(PROGRAM + " does not compile");
            }
        }
        return classes;
    }

    private static InputStream neighbour(ClassDesc type) {
        var name = type.packageName() + "." + type.displayName();
        return name.startsWith(Samples.class.getName()) ? new ByteArrayInputStream(written(name)) : null;
    }

    private static byte[] written(String name) {
        try (var file = Samples.class.getResourceAsStream("/" + name.replace('.', '/') + ".class")) {
            return file.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    Asked answers() {
        try {
            var answers =
                    new PlainLoader().loadClass(Samples.Answers.class.getName()).getDeclaredConstructor();
            answers.setAccessible(true);
            return (Asked) answers.newInstance();
        } catch (ReflectiveOperationException broken) {
            throw new AssertionError(broken);
        }
    }

    /** Has what became of the samples, and all else from whoever has the samples themselves. */
    private final class PlainLoader extends ClassLoader {

        PlainLoader() {
            super(Samples.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            var bytes = plain.get(name);
            if (bytes == null) {
                return super.loadClass(name, resolve);
            }
            var loaded = findLoadedClass(name);
            return loaded == null ? defineClass(name, bytes, 0, bytes.length) : loaded;
        }
    }

    Set<String> linkedAtStartAsWritten() {
        return plain.keySet().stream()
                .map(PlainSamples::written)
                .flatMap(PlainSamples::linkedAtStart)
                .collect(Collectors.toSet());
    }

    Set<String> linkedAtStart() {
        return plain.values().stream().flatMap(PlainSamples::linkedAtStart).collect(Collectors.toSet());
    }

    private static Stream<String> linkedAtStart(byte[] type) {
        return ClassFile.of().parse(type).methods().stream()
                .flatMap(method -> method.code().stream())
                .flatMap(code -> code.elementStream())
                .filter(InvokeDynamicInstruction.class::isInstance)
                .map(InvokeDynamicInstruction.class::cast)
                .filter(call -> MAKERS.contains(call.bootstrapMethod().owner().displayName()))
                .map(call -> call.name().stringValue());
    }
}
