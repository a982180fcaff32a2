import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What {@link java.lang.runtime.SwitchBootstraps#typeSwitch} links, where its labels are types and texts. */
final class PlainSwitch {

    private static final int TARGET = 0;
    private static final int RESTART = 1;

    private static final MethodTypeDesc EQUALS = MethodTypeDesc.of(CD_boolean, CD_Object);

    private PlainSwitch() {}

    /** Of a method that takes the target and the first label to look at; it gives the number of the label, or -1 for null. */
    static Optional<Consumer<CodeBuilder>> body(InvokeDynamicInstruction call) {
        var maker = call.bootstrapMethod();
        return maker.owner().displayName().equals("SwitchBootstraps")
                        && maker.methodName().equals("typeSwitch")
                        && call.bootstrapArgs().stream().allMatch(PlainSwitch::isPlain)
                ? Optional.of(code -> write(code, call.bootstrapArgs()))
                : Optional.empty();
    }

    private static boolean isPlain(ConstantDesc label) {
        return label instanceof ClassDesc || label instanceof String;
    }

    private static void write(CodeBuilder code, List<ConstantDesc> labels) {
        code.aload(TARGET).ifThen(Opcode.IFNULL, none -> none.iconst_m1().ireturn());
        for (int label = 0; label < labels.size(); label++) {
            test(code, label, labels.get(label));
        }
        code.loadConstant(labels.size()).ireturn();
    }

    private static void test(CodeBuilder code, int label, ConstantDesc meant) {
        var next = code.newLabel();
        code.iload(RESTART).loadConstant(label).if_icmpgt(next);
        if (meant instanceof ClassDesc type) {
            code.aload(TARGET).instanceOf(type);
        } else {
            code.loadConstant(meant).aload(TARGET).invokevirtual(CD_Object, "equals", EQUALS);
        }
        code.ifeq(next).loadConstant(label).ireturn().labelBinding(next);
    }
}
