package org.separatrix.io;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.separatrix.lab.Array;

/**
 * One array in NumPy's .npy format, versions 1 to 3: a magic word, a header that is a Python dictionary, and the numbers
 * (NumPy Enhancement Proposal 1). Reads real numbers, integers and truth values of every size and byte order, in C and
 * in Fortran order; writes float64 in C order.
 *
 * <p>Coded here and not left to ND4J, which (in 1.0.0-M2.1) ignores Fortran order and ends the process on an array of
 * the other byte order.
 */
final class Npy {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final Pattern TYPE = Pattern.compile("'descr'\\s*:\\s*'([<>|=])([a-zA-Z])(\\d+)'");
    private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([\\d,\\sL]*)\\)");
    private static final int ALIGNMENT = 64;

    private Npy() {}

    /** Reads one number at the buffer's position. */
    private interface Number {
        double next(ByteBuffer bytes);
    }

    /**
     * The array that the bytes spell.
     *
     * @throws IllegalArgumentException where they spell none; the message is the end of a sentence on the file
     */
    static Array decode(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (file.length < 10 || !Arrays.equals(file, 0, MAGIC.length, MAGIC, 0, MAGIC.length))
            throw new IllegalArgumentException("is no .npy file");
        bytes.position(MAGIC.length);
        int version = bytes.get();
        bytes.get();
        long headerLength = version == 1
                ? Short.toUnsignedInt(bytes.getShort())
                : bytes.remaining() < 4 ? Long.MAX_VALUE : Integer.toUnsignedLong(bytes.getInt());
        if (version < 1 || version > 3)
            throw new IllegalArgumentException("has version " + version + " of the .npy format, known are 1 to 3");
        if (headerLength > bytes.remaining()) throw new IllegalArgumentException("is truncated in its header");
        byte[] text = new byte[(int) headerLength];
        bytes.get(text);
        String header = new String(text, StandardCharsets.UTF_8);

        Matcher type = found(TYPE, header, "holds something other than plain numbers");
        boolean fortran =
                found(ORDER, header, "does not tell its order").group(1).equals("True");
        int[] shape = shape(found(SHAPE, header, "does not tell its shape").group(1));
        int size = Integer.parseInt(type.group(3));
        Number number = number(type.group(2).charAt(0), size);
        int count = count(shape);
        long expected = (long) count * size;
        if (bytes.remaining() < expected)
            throw new IllegalArgumentException(
                    "is truncated: " + expected + " bytes of numbers expected, " + bytes.remaining() + " are there");
        bytes.order(type.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        double[] values = new double[count];
        for (int i = 0; i < count; i++) values[i] = number.next(bytes);
        return new Array(shape, fortran ? inCOrder(values, shape) : values);
    }

    /** The array as the bytes of a file. */
    static byte[] encode(Array array) {
        int[] shape = array.shape();
        String tuple = Arrays.stream(shape).mapToObj(length -> length + ",").collect(Collectors.joining(" ", "(", ")"));
        if (shape.length > 1) tuple = tuple.replace(",)", ")");
        String header = "{'descr': '<f8', 'fortran_order': False, 'shape': " + tuple + ", }";
        int prefix = MAGIC.length + 4;
        int padded = Math.ceilDiv(prefix + header.length() + 1, ALIGNMENT) * ALIGNMENT - prefix;
        double[] values = array.values();
        ByteBuffer bytes = ByteBuffer.allocate(Math.addExact(prefix + padded, Math.multiplyExact(8, values.length)))
                .order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(MAGIC).put((byte) 1).put((byte) 0).putShort((short) padded);
        bytes.put((header + " ".repeat(padded - header.length() - 1) + "\n").getBytes(StandardCharsets.US_ASCII));
        bytes.asDoubleBuffer().put(values);
        return bytes.array();
    }

    private static Matcher found(Pattern pattern, String header, String otherwise) {
        Matcher matcher = pattern.matcher(header);
        if (!matcher.find()) throw new IllegalArgumentException(otherwise);
        return matcher;
    }

    private static int[] shape(String tuple) {
        return Arrays.stream(tuple.replace("L", "").split(","))
                .map(String::strip)
                .filter(length -> !length.isEmpty())
                .mapToInt(Npy::length)
                .toArray();
    }

    private static int length(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("has a dimension of " + text + ", which is too long", e);
        }
    }

    private static int count(int[] shape) {
        try {
            return Arrays.stream(shape).reduce(1, Math::multiplyExact);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("has the shape " + Arrays.toString(shape) + ", which is too large", e);
        }
    }

    private static Number number(char kind, int size) {
        return switch (kind + "" + size) {
            case "f2" -> bytes -> Float.float16ToFloat(bytes.getShort());
            case "f4" -> ByteBuffer::getFloat;
            case "f8" -> ByteBuffer::getDouble;
            case "b1", "u1" -> bytes -> Byte.toUnsignedInt(bytes.get());
            case "i1" -> ByteBuffer::get;
            case "i2" -> ByteBuffer::getShort;
            case "u2" -> bytes -> Short.toUnsignedInt(bytes.getShort());
            case "i4" -> ByteBuffer::getInt;
            case "u4" -> bytes -> Integer.toUnsignedLong(bytes.getInt());
            case "i8" -> bytes -> exact(bytes.getLong(), 'i');
            case "u8" -> bytes -> exact(bytes.getLong(), 'u');
            default ->
                throw new IllegalArgumentException(
                        "holds values of the type " + kind + size + ", which are no real numbers of up to 64 bits");
        };
    }

    private static double exact(long value, char kind) {
        if (value == (long) (double) value && (kind == 'i' || value >= 0)) return value;
        throw new IllegalArgumentException(
                "holds the integer " + (kind == 'i' ? value : Long.toUnsignedString(value)) + ", which float64 cannot");
    }

    /** Values in Fortran order (the first index runs fastest) put into C order. */
    private static double[] inCOrder(double[] values, int[] shape) {
        double[] ordered = new double[values.length];
        int[] place = new int[shape.length];
        for (int i = 0; i < ordered.length; i++) {
            int from = 0;
            for (int d = shape.length - 1; d >= 0; d--) from = from * shape[d] + place[d];
            ordered[i] = values[from];
            for (int d = shape.length - 1; d >= 0 && ++place[d] == shape[d]; d--) place[d] = 0;
        }
        return ordered;
    }
}
