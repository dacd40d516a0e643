#include "tests/fuzz/input.h"

#include "core/yaml/yaml.h"

namespace {

void readAndWrite(const QByteArray& text, yaml::Scalars scalars)
{
    const auto documents = yaml::read(text, scalars);
    if (!documents) {
        fuzz::promise(!documents.error().message.isEmpty());
        return;
    }
    for (const QJsonValue& document : *documents) {
        const QByteArray written = yaml::write(document);
        const auto again = yaml::read(written, yaml::Scalars::Typed);
        fuzz::promise(again && again->size() == 1 && again->first() == document);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QByteArray text = fuzz::bytesOf(data, size);
    readAndWrite(text, yaml::Scalars::Typed);
    readAndWrite(text, yaml::Scalars::AsText);
    return 0;
}
