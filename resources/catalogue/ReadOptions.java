import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the configuration options that a Flink distribution's own classes declare, one a line: key, type, default, deprecated
 * names, fallback names, whether the option itself is deprecated, jar, class. Reads every jar in lib, opt and plugins.
 *
 * <p>java ReadOptions.java DISTRIBUTION > flink-VERSION.tsv
 */
public class ReadOptions {
    private static final byte[] OPTION = "Lorg/apache/flink/configuration/ConfigOption;".getBytes(StandardCharsets.US_ASCII);

    /** Key to line; of two classes that declare a key the one that is not deprecated speaks for it. */
    private final Map<String, String[]> lines = new TreeMap<>();
    private int unread = 0;

    public static void main(String[] arguments) throws Exception {
        Path distribution = Path.of(arguments[0]);
        List<Path> jars = new ArrayList<>();
        for (String folder : new String[] {"lib", "opt", "plugins"}) {
            if (Files.isDirectory(distribution.resolve(folder))) {
                try (Stream<Path> found = Files.walk(distribution.resolve(folder))) {
                    found.filter(path -> path.toString().endsWith(".jar")).sorted().forEach(jars::add);
                }
            }
        }
        // What classes say while they are loaded is not the table.
        PrintStream table = System.out;
        System.setOut(System.err);
        ReadOptions reader = new ReadOptions();
        reader.read(jars);
        StringBuilder text = new StringBuilder("key\ttype\tdefault\tdeprecatedKeys\tfallbackKeys\tdeprecated\tmodule\tclass\n");
        for (String[] line : reader.lines.values()) {
            text.append(String.join("\t", line)).append('\n');
        }
        table.write(text.toString().getBytes(StandardCharsets.UTF_8));
        table.flush();
        if (reader.unread > 0) {
            System.err.println(reader.unread + " classes with options could not be loaded");
        }
    }

    private void read(List<Path> jars) throws IOException {
        URL[] urls = new URL[jars.size()];
        for (int i = 0; i < urls.length; ++i) {
            urls[i] = jars.get(i).toUri().toURL();
        }
        try (URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
            for (Path jar : jars) {
                readJar(jar, loader);
            }
        }
    }

    private void readJar(Path path, ClassLoader loader) throws IOException {
        String module = path.getFileName().toString().replaceAll("(_\\d+\\.\\d+)?-\\d.*\\.jar$", "");
        try (JarFile jar = new JarFile(path.toFile())) {
            for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
                JarEntry entry = entries.nextElement();
                String name = entry.getName();
                if (name.startsWith("org/apache/flink/") && !name.contains("/shaded/") && name.endsWith(".class")
                        && declaresOptions(jar, entry)) {
                    readClass(name.substring(0, name.length() - 6).replace('/', '.'), module, loader);
                }
            }
        }
    }

    private static boolean declaresOptions(JarFile jar, JarEntry entry) throws IOException {
        try (InputStream stream = jar.getInputStream(entry)) {
            byte[] bytes = stream.readAllBytes();
            for (int i = 0; i + OPTION.length <= bytes.length; ++i) {
                int k = 0;
                while (k < OPTION.length && bytes[i + k] == OPTION[k]) {
                    ++k;
                }
                if (k == OPTION.length) {
                    return true;
                }
            }
            return false;
        }
    }

    private void readClass(String name, String module, ClassLoader loader) {
        try {
            Class<?> type = Class.forName(name, false, loader);
            for (Field field : type.getDeclaredFields()) {
                boolean isOption = field.getType().getName().equals("org.apache.flink.configuration.ConfigOption");
                if (isOption && Modifier.isStatic(field.getModifiers())) {
                    field.setAccessible(true);
                    add(field, field.get(null), module, type);
                }
            }
        } catch (Throwable problem) { // of a class whose libraries are not part of the distribution
            ++unread;
            System.err.println(name + ": " + problem);
        }
    }

    private void add(Field field, Object option, String module, Class<?> type) throws ReflectiveOperationException {
        if (option == null) {
            return;
        }
        String key = (String) call(option, "key");
        boolean isDeprecated = field.isAnnotationPresent(Deprecated.class) || type.isAnnotationPresent(Deprecated.class);
        List<String> deprecated = new ArrayList<>();
        List<String> fallback = new ArrayList<>();
        for (Object old : (Iterable<?>) call(option, "fallbackKeys")) {
            ((boolean) call(old, "isDeprecated") ? deprecated : fallback).add((String) call(old, "getKey"));
        }
        String className = type.getName().substring(type.getPackageName().length() + 1);
        String[] line = {
            key,
            typeOf(option),
            (boolean) call(option, "hasDefaultValue") ? textOf(call(option, "defaultValue")) : "(none)",
            String.join(",", deprecated),
            String.join(",", fallback),
            isDeprecated ? "yes" : "",
            module,
            className
        };
        String[] known = lines.get(key);
        if (known == null || (!known[5].isEmpty() && !isDeprecated)) {
            lines.put(key, line);
        }
    }

    private static String typeOf(Object option) throws ReflectiveOperationException {
        Class<?> type = (Class<?>) call(option, "getClazz");
        boolean isMap = Map.class.isAssignableFrom(type);
        String name = type.isEnum() ? "Enum" : isMap ? "Map" : type.getSimpleName();
        return (boolean) call(option, "isList") ? "List<" + name + ">" : name;
    }

    /** As Flink's own documentation writes it. */
    private static String textOf(Object value) {
        if (value instanceof String) {
            return '"' + oneLine((String) value) + '"';
        }
        if (value instanceof java.time.Duration) {
            return durationText((java.time.Duration) value);
        }
        if (value.getClass().getName().equals("org.apache.flink.configuration.MemorySize")) {
            return memoryText(value);
        }
        if (value instanceof Collection) {
            return ((Collection<?>) value).stream().map(ReadOptions::textOf).collect(Collectors.joining(";"));
        }
        if (value instanceof Map) {
            return ((Map<?, ?>) value)
                    .entrySet().stream().map(entry -> entry.getKey() + ":" + entry.getValue()).collect(Collectors.joining(","));
        }
        boolean isEndless = Objects.equals(value, Integer.MAX_VALUE) || Objects.equals(value, Long.MAX_VALUE);
        return isEndless ? "infinite" : oneLine(value.toString());
    }

    private static String oneLine(String text) {
        return text.replace("\n", "\\n").replace("\t", "\\t");
    }

    private static String durationText(java.time.Duration value) {
        long nanos = value.toNanos();
        String[] units = {"d", "h", "min", "s", "ms", "µs"};
        long[] sizes = {86_400_000_000_000L, 3_600_000_000_000L, 60_000_000_000L, 1_000_000_000L, 1_000_000L, 1_000L};
        for (int i = 0; nanos != 0 && i < units.length; ++i) {
            if (nanos % sizes[i] == 0) {
                return nanos / sizes[i] + " " + units[i];
            }
        }
        return nanos == 0 ? "0 ms" : nanos + " ns";
    }

    private static String memoryText(Object value) {
        try {
            long bytes = (long) call(value, "getBytes");
            String[] units = {"tb", "gb", "mb", "kb"};
            if (bytes == Long.MAX_VALUE) {
                return "infinite";
            }
            for (int i = 0; bytes > 0 && i < units.length; ++i) {
                long size = 1L << (40 - 10 * i);
                if (bytes % size == 0) {
                    return bytes / size + " " + units[i];
                }
            }
            return bytes + " bytes";
        } catch (ReflectiveOperationException problem) {
            return value.toString();
        }
    }

    private static Object call(Object object, String name) throws ReflectiveOperationException {
        for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
            for (Method method : type.getDeclaredMethods()) {
                if (method.getName().equals(name) && method.getParameterCount() == 0) {
                    method.setAccessible(true);
                    return method.invoke(object);
                }
            }
        }
        throw new NoSuchMethodException(name);
    }
}
