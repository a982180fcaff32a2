import static java.lang.constant.ConstantDescs.CD_Class;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_byte;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_short;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** What {@link java.lang.runtime.ObjectMethods#bootstrap} links: the methods that every record has, as Java has them. */
final class PlainRecord {

    private static final ClassDesc OBJECTS = ClassDesc.of(Objects.class.getName());
    private static final ClassDesc BUILDER = ClassDesc.of(StringBuilder.class.getName());
    private static final int FACTOR = 31;
    private static final int THIS = 0;
    private static final int OTHER = 1;

    private final ClassDesc type;
    private final List<DirectMethodHandleDesc> fields;

    private PlainRecord(InvokeDynamicInstruction call) {
        type = (ClassDesc) call.bootstrapArgs().getFirst();
        fields = call.bootstrapArgs().stream()
                .skip(2)
                .map(DirectMethodHandleDesc.class::cast)
                .toList();
    }

    /** Of a method that takes the record, and for {@code equals} the other object. */
    static Optional<Consumer<CodeBuilder>> body(InvokeDynamicInstruction call) {
        if (!call.bootstrapMethod().owner().displayName().equals("ObjectMethods")) {
            return Optional.empty();
        }
        var plain = new PlainRecord(call);
        return switch (call.name().stringValue()) {
            case "equals" -> Optional.of(plain::equality);
            case "hashCode" -> Optional.of(plain::hash);
            case "toString" -> Optional.of(plain::text);
            default -> Optional.empty();
        };
    }

    private void equality(CodeBuilder code) {
        var differs = code.newLabel();
        code.aload(THIS).aload(OTHER).ifThen(Opcode.IF_ACMPEQ, same -> same.iconst_1().ireturn());
        code.aload(OTHER).instanceOf(type).ifeq(differs);
        for (var field : fields) {
            code.aload(THIS);
            get(code, field);
            code.aload(OTHER).checkcast(type);
            get(code, field);
            compare(code, field.invocationType().returnType(), differs);
        }
        code.iconst_1().ireturn().labelBinding(differs).iconst_0().ireturn();
    }

    private static void compare(CodeBuilder code, ClassDesc type, Label differs) {
        switch (TypeKind.from(type)) {
            case REFERENCE ->
                code.invokestatic(OBJECTS, "equals", MethodTypeDesc.of(CD_boolean, CD_Object, CD_Object))
                        .ifeq(differs);
            case LONG -> code.lcmp().ifne(differs);
            case FLOAT, DOUBLE ->
                code.invokestatic(boxOf(type), "compare", MethodTypeDesc.of(CD_int, type, type))
                        .ifne(differs);
            default -> code.if_icmpne(differs);
        }
    }

    private void hash(CodeBuilder code) {
        code.iconst_0();
        for (var field : fields) {
            code.loadConstant(FACTOR).imul().aload(THIS);
            get(code, field);
            var type = field.invocationType().returnType();
            if (type.isPrimitive()) {
                code.invokestatic(boxOf(type), "hashCode", MethodTypeDesc.of(CD_int, type));
            } else {
                code.invokestatic(OBJECTS, "hashCode", MethodTypeDesc.of(CD_int, CD_Object));
            }
            code.iadd();
        }
        code.ireturn();
    }

    private void text(CodeBuilder code) {
        code.new_(BUILDER).dup().invokespecial(BUILDER, "<init>", MethodTypeDesc.of(CD_void));
        code.loadConstant(type).invokevirtual(CD_Class, "getSimpleName", MethodTypeDesc.of(CD_String));
        append(code, CD_String);
        var before = "[";
        for (var field : fields) {
            code.loadConstant(before + field.methodName() + "=");
            append(code, CD_String);
            code.aload(THIS);
            get(code, field);
            append(code, shownAs(field.invocationType().returnType()));
            before = ", ";
        }
        code.loadConstant(fields.isEmpty() ? "[]" : "]");
        append(code, CD_String);
        code.invokevirtual(BUILDER, "toString", MethodTypeDesc.of(CD_String)).areturn();
    }

    private static ClassDesc shownAs(ClassDesc type) {
        if (!type.isPrimitive()) {
            return CD_Object; // also a char[], which would else be taken for letters
        }
        return type.equals(CD_byte) || type.equals(CD_short) ? CD_int : type;
    }

    private static void append(CodeBuilder code, ClassDesc type) {
        code.invokevirtual(BUILDER, "append", MethodTypeDesc.of(BUILDER, type));
    }

    private void get(CodeBuilder code, DirectMethodHandleDesc field) {
        code.getfield(type, field.methodName(), field.invocationType().returnType());
    }

    private static ClassDesc boxOf(ClassDesc primitive) {
        var box = switch (TypeKind.from(primitive)) {
            case BOOLEAN -> Boolean.class;
            case BYTE -> Byte.class;
            case CHAR -> Character.class;
            case SHORT -> Short.class;
            case INT -> Integer.class;
            case LONG -> Long.class;
            case FLOAT -> Float.class;
            case DOUBLE -> Double.class;
            case REFERENCE, VOID -> throw new IllegalArgumentException(primitive + " has no box");
        };
        return ClassDesc.of(box.getName());
    }
}
