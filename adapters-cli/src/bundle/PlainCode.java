import static java.lang.classfile.ClassFile.ACC_PRIVATE;
import static java.lang.classfile.ClassFile.ACC_STATIC;
import static java.lang.classfile.ClassFile.ACC_SYNTHETIC;

import java.io.InputStream;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.reflect.AccessFlag;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Writes out what Java would otherwise make a class for at every start, since no cache of classes keeps it: switches over types, and what
 * records say of themselves. Each such call becomes one of a method of the same class, which does the same.
 */
final class PlainCode {

    private final ClassFile files;

    /** @param neighbours the classes that are called besides those of Java; null for one that is not there */
    PlainCode(Function<ClassDesc, InputStream> neighbours) {
        files = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(neighbours)
                .orElse(ClassHierarchyResolver.defaultResolver())));
    }

    /** @param bytes a class file */
    byte[] of(byte[] bytes) {
        var type = files.parse(bytes);
        return type.methods().stream().anyMatch(PlainCode::isLinkedAtStart)
                ? files.transformClass(type, ClassTransform.ofStateful(() -> new Writing(type)))
                : bytes;
    }

    private static boolean isLinkedAtStart(MethodModel method) {
        return method.code().stream()
                .flatMap(code -> code.elementStream())
                .anyMatch(element -> element instanceof InvokeDynamicInstruction call
                        && body(call).isPresent());
    }

    /** Of the method that does what the call has linked; empty for all other calls. */
    private static Optional<Consumer<CodeBuilder>> body(InvokeDynamicInstruction call) {
        return PlainSwitch.body(call).or(() -> PlainRecord.body(call));
    }

    /** One class, and the methods that it has come to need. */
    private static final class Writing implements ClassTransform {

        private final ClassModel type;
        private final Map<String, InvokeDynamicInstruction> calls = new LinkedHashMap<>();

        Writing(ClassModel type) {
            this.type = type;
        }

        @Override
        public void accept(ClassBuilder to, ClassElement element) {
            if (element instanceof MethodModel method && isLinkedAtStart(method)) {
                to.transformMethod(method, MethodTransform.transformingCode(code()));
            } else {
                to.with(element);
            }
        }

        private CodeTransform code() {
            return (to, element) -> {
                if (element instanceof InvokeDynamicInstruction call && body(call).isPresent()) {
                    var name = "plain$" + call.name().stringValue() + "$" + calls.size();
                    calls.put(name, call);
                    to.invokestatic(type.thisClass().asSymbol(), name, call.typeSymbol(), isInterface());
                } else {
                    to.with(element);
                }
            };
        }

        private boolean isInterface() {
            return type.flags().has(AccessFlag.INTERFACE);
        }

        @Override
        public void atEnd(ClassBuilder to) {
            calls.forEach((name, call) -> to.withMethodBody(
                    name,
                    call.typeSymbol(),
                    ACC_PRIVATE | ACC_STATIC | ACC_SYNTHETIC,
                    body(call).orElseThrow()));
        }
    }
}
