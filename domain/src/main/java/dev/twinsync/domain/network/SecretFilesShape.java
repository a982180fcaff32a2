package dev.twinsync.domain.network;

import static dev.twinsync.domain.shape.Field.required;

import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.Tree;
import java.util.List;
import java.util.TreeMap;

/** How references to secrets look in documents: {@code wifi-security.psk: {file: /root/.home-psk}}. */
record SecretFilesShape() implements Shape<SecretFiles> {

    private static final Shape<SecretFile> REFERENCE = reference();

    private record Reference(SecretKey key, SecretFile file) {}

    private static Shape<SecretFile> reference() {
        var file = required("file", SecretFile.SHAPE, (SecretFile one) -> one);
        return new RecordShape<>(List.of(file), line -> line.get(file));
    }

    @Override
    public Reading<SecretFiles> read(Tree tree) {
        return tree instanceof Tree.Mapping(var lines, var _)
                ? Reading.all(lines.stream().map(SecretFilesShape::reference).toList())
                        .map(SecretFilesShape::files)
                : Reading.wrong(tree.place(), "expected a map of secrets and their files, found " + tree.described());
    }

    /** What stands in the place of a reference may be the secret: it is not repeated. */
    private static Reading<Reference> reference(Tree.Entry line) {
        var key = new Reading.Value<>(line.key()).mapAt(line.place(), SecretKey::parse);
        if (!(line.value() instanceof Tree.Mapping)) {
            return Reading.wrong(
                    line.value().place(), "expected the file that holds " + line.key() + ", as {file: /root/.secret}");
        }
        return key.then(secret -> REFERENCE.read(line.value()).map(file -> new Reference(secret, file)));
    }

    private static SecretFiles files(List<Reference> references) {
        var files = new TreeMap<SecretKey, SecretFile>();
        references.forEach(reference -> files.put(reference.key(), reference.file()));
        return new SecretFiles(files);
    }

    @Override
    public Tree write(SecretFiles secrets) {
        var map = Tree.map();
        secrets.files().forEach((key, file) -> map.put(key.toString(), REFERENCE.write(file)));
        return map.build();
    }

    @Override
    public Tree.Mapping schema() {
        var name =
                Tree.map().put("pattern", "^[a-z0-9-]+\\.[a-z0-9-]+(\\..+)?$").build();
        return Tree.map()
                .put("type", "object")
                .put("propertyNames", name)
                .put("additionalProperties", REFERENCE.schema())
                .build();
    }
}
