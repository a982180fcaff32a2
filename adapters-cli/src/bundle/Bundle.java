import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.constant.ClassDesc;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.jar.Attributes.Name;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/**
 * Makes of the application that Quarkus has built two jars that start fast: {@code twin.jar}, and {@code ssh.jar}, which is opened
 * only where twin speaks SSH by itself. Why, and what is changed on the way: docs/adr/0039.
 *
 * <p>Run by the build: {@code java Bundle.java FOLDER-OF-QUARKUS FOLDER-OF-RESULT}.
 */
final class Bundle {

    private static final String MAIN = "dev.twinsync.cli.TwinMain";
    private static final String MAIN_JAR = "twin.jar";
    private static final String SSH_JAR = "ssh.jar";
    private static final List<String> OF_SSH = List.of("org.bouncycastle.", "org.apache.sshd.", "org.eclipse.jgit.ssh.");

    /** The oldest class files that a cache of the JVM takes, and what older ones become. */
    private static final int OLDEST = ClassFile.JAVA_6_VERSION;

    private static final int RAISED = ClassFile.JAVA_8_VERSION;

    private static final String OWN = "dev/twinsync/.*\\.class";
    private static final String SERVICES = "META-INF/services/";
    private static final String LICENCE = "META-INF/(LICENSE|NOTICE|DEPENDENCIES)[^/]*|about.html";

    /** Signatures are void once a jar is put together anew; the rest is of no use at run time, and costs time there. */
    private static final String LEFT_OUT = "META-INF/MANIFEST.MF|META-INF/.*\\.(SF|RSA|DSA)|(.*/)?module-info.class"
            + "|application.properties|" + SERVICES + "java.nio.file.spi.FileSystemProvider";

    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    public static void main(String[] arguments) throws IOException {
        var built = Path.of(arguments[0]);
        var result = Files.createDirectories(Path.of(arguments[1]));
        var jars = jarsOf(built);
        bundle(jars, jar -> !isOfSsh(jar)).write(result.resolve(MAIN_JAR), startedBy(MAIN));
        bundle(jars, Bundle::isOfSsh).write(result.resolve(SSH_JAR), manifest());
    }

    /** In the order in which classes are looked for. */
    private static List<Path> jarsOf(Path built) throws IOException {
        try (var start = new JarFile(built.resolve("quarkus-run.jar").toFile())) {
            var path = start.getManifest().getMainAttributes().getValue(Name.CLASS_PATH);
            return Arrays.stream(path.split(" ")).map(built::resolve).filter(Files::exists).toList();
        }
    }

    private static boolean isOfSsh(Path jar) {
        return OF_SSH.stream().anyMatch(jar.getFileName().toString()::startsWith);
    }

    private static Bundle bundle(List<Path> jars, Predicate<Path> which) throws IOException {
        var bundle = new Bundle();
        for (var jar : jars.stream().filter(which).toList()) {
            bundle.add(jar);
        }
        bundle.writePlainly();
        return bundle;
    }

    private void add(Path jar) throws IOException {
        try (var in = new JarFile(jar.toFile())) {
            for (var entry : Collections.list(in.entries())) {
                if (!entry.isDirectory() && !entry.getName().matches(LEFT_OUT)) {
                    add(jar, in, entry);
                }
            }
        }
    }

    private void add(Path jar, JarFile in, JarEntry entry) throws IOException {
        var name = entry.getName();
        var bytes = bytes(in, entry);
        if (name.startsWith(SERVICES)) {
            entries.merge(name, bytes, Bundle::oneAfterTheOther);
        } else if (name.matches(LICENCE)) {
            entries.put("META-INF/licences/" + jar.getFileName() + "/" + Path.of(name).getFileName(), bytes);
        } else {
            entries.putIfAbsent(name, isOld(name, bytes) ? raised(bytes, in) : bytes);
        }
    }

    /** Twin's own, once all that they name is there. */
    private void writePlainly() {
        var plain = new PlainCode(type -> {
            var bytes = entries.get(entryOf(type));
            return bytes == null ? null : new ByteArrayInputStream(bytes);
        });
        entries.replaceAll((name, bytes) -> name.matches(OWN) ? plain.of(bytes) : bytes);
    }

    private static byte[] bytes(JarFile in, ZipEntry entry) throws IOException {
        try (var content = in.getInputStream(entry)) {
            return content.readAllBytes();
        }
    }

    private static byte[] oneAfterTheOther(byte[] some, byte[] more) {
        var all = new ArrayList<String>();
        all.addAll(new String(some, StandardCharsets.UTF_8).lines().toList());
        all.addAll(new String(more, StandardCharsets.UTF_8).lines().toList());
        return (String.join("\n", all) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Only picocli's are old and used at every start. */
    private static boolean isOld(String name, byte[] bytes) {
        return name.startsWith("picocli/") && name.endsWith(".class")
                && ((bytes[6] & 0xff) << 8 | bytes[7] & 0xff) < OLDEST;
    }

    /** The same code, with the maps of its stack that newer class files have. */
    private static byte[] raised(byte[] bytes, JarFile neighbours) {
        var classes = ClassHierarchyResolver.ofResourceParsing(type -> open(neighbours, type))
                .orElse(ClassHierarchyResolver.defaultResolver());
        var files = ClassFile.of(
                ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                ClassFile.ConstantPoolSharingOption.NEW_POOL,
                ClassFile.ClassHierarchyResolverOption.of(classes));
        return files.transformClass(files.parse(bytes), (builder, element) -> {
            if (element instanceof ClassFileVersion) {
                builder.withVersion(RAISED, 0);
            } else {
                builder.with(element);
            }
        });
    }

    private static String entryOf(ClassDesc type) {
        var descriptor = type.descriptorString();
        return descriptor.substring(1, descriptor.length() - 1) + ".class";
    }

    private static InputStream open(JarFile jar, ClassDesc type) {
        var entry = jar.getEntry(entryOf(type));
        try {
            return entry == null ? null : jar.getInputStream(entry);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static Manifest startedBy(String main) {
        var manifest = manifest();
        var attributes = manifest.getMainAttributes();
        attributes.put(Name.MAIN_CLASS, main);
        attributes.put(Name.CLASS_PATH, SSH_JAR);
        attributes.putValue("Add-Opens", "java.base/java.lang");
        attributes.putValue("Enable-Native-Access", "ALL-UNNAMED");
        return manifest;
    }

    private static Manifest manifest() {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Name.MULTI_RELEASE, "true");
        return manifest;
    }

    /** Not compressed: to unpack it at every start costs more than to read it. */
    private void write(Path jar, Manifest manifest) throws IOException {
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(jar));
                var out = new JarOutputStream(file, manifest)) {
            for (var entry : entries.entrySet()) {
                out.putNextEntry(stored(entry.getKey(), entry.getValue()));
                out.write(entry.getValue());
                out.closeEntry();
            }
        }
    }

    private static JarEntry stored(String name, byte[] bytes) {
        var sum = new CRC32();
        sum.update(bytes);
        var entry = new JarEntry(name);
        entry.setTimeLocal(java.time.LocalDateTime.of(2026, 1, 1, 0, 0));
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(sum.getValue());
        return entry;
    }
}
