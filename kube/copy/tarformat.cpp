// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/copy/tarformat.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kube {
namespace {

constexpr qsizetype Block = 512;
constexpr qint64 LongLimit = 64 * 1024;
constexpr qint64 LargestSize = Q_INT64_C(1) << 56;
constexpr qsizetype NameSize = 100;

// Offsets and lengths of the fields of a ustar header.
struct Field
{
    qsizetype at;
    qsizetype size;
};
constexpr Field Name{0, NameSize};
constexpr Field Mode{100, 8};
constexpr Field Owner{108, 8};
constexpr Field Group{116, 8};
constexpr Field Size{124, 12};
constexpr Field Modified{136, 12};
constexpr Field Checksum{148, 8};
constexpr Field Kind{156, 1};
constexpr Field Link{157, NameSize};
constexpr Field Magic{257, 6};
constexpr Field Prefix{345, 155};

QByteArray textIn(QByteArrayView block, Field field)
{
    const auto bytes = block.sliced(field.at, field.size);
    const auto end = bytes.indexOf('\0');
    return (end < 0 ? bytes : bytes.first(end)).toByteArray();
}

/// Octal digits, or GNU's base 256 when the first bit is set. No value when it is neither.
std::optional<qint64> numberIn(QByteArrayView block, Field field)
{
    const auto bytes = block.sliced(field.at, field.size);
    qint64 number = 0;
    if (quint8(bytes[0]) & 0x80) {
        if (quint8(bytes[0]) != 0x80)
            return {};
        for (const auto byte : bytes.sliced(1)) {
            if (number >= LargestSize >> 8)
                return {};
            number = number << 8 | quint8(byte);
        }
        return number;
    }
    bool begun = false;
    for (const auto digit : bytes) {
        if (digit == '\0' || digit == ' ') {
            if (begun)
                break;
            continue;
        }
        if (digit < '0' || digit > '7')
            return {};
        begun = true;
        number = number << 3 | (digit - '0');
    }
    return number;
}

/// The sum of a header's bytes, with spaces where it is written itself.
int checksumOf(QByteArrayView block)
{
    int sum = 0;
    for (qsizetype i = 0; i < block.size(); ++i) {
        const bool own = i >= Checksum.at && i < Checksum.at + Checksum.size;
        sum += own ? ' ' : quint8(block[i]);
    }
    return sum;
}

TarEntry::Type typeOf(char kind)
{
    switch (kind) {
    case '\0':
    case '0':
    case '7': return TarEntry::Type::File;
    case '1': return TarEntry::Type::HardLink;
    case '2': return TarEntry::Type::SymLink;
    case '5': return TarEntry::Type::Folder;
    default: return TarEntry::Type::Other;
    }
}

void put(QByteArray &block, Field field, QByteArrayView text)
{
    std::ranges::copy(text.first(std::min(text.size(), field.size)), block.begin() + field.at);
}

void putNumber(QByteArray &block, Field field, qint64 number)
{
    const auto octal = QByteArray::number(number, 8);
    if (octal.size() < field.size)
        return put(block, field, octal.rightJustified(field.size - 1, '0'));
    for (qsizetype i = field.size - 1; i > 0; --i, number >>= 8)
        block[field.at + i] = char(number & 0xff);
    block[field.at] = char(0x80);
}

QByteArray blockFor(QByteArrayView path, QByteArrayView link, char kind, qint64 size, int mode,
                    qint64 modified)
{
    QByteArray block(Block, '\0');
    put(block, Name, path);
    putNumber(block, Mode, mode & 07777);
    putNumber(block, Owner, 0);
    putNumber(block, Group, 0);
    putNumber(block, Size, size);
    putNumber(block, Modified, std::max<qint64>(modified, 0));
    block[Kind.at] = kind;
    put(block, Link, link);
    put(block, Magic, "ustar");
    put(block, {263, 2}, "00");
    put(block, Checksum, QByteArray::number(checksumOf(block), 8).rightJustified(6, '0'));
    block[Checksum.at + 6] = '\0';
    block[Checksum.at + 7] = ' ';
    return block;
}

/// GNU's way to write a name of any length: a member before it whose content is the name.
QByteArray longName(char kind, const QByteArray &name)
{
    const auto size = name.size() + 1;
    QByteArray bytes = blockFor("././@LongLink", {}, kind, size, 0644, 0);
    bytes += name;
    bytes += '\0';
    return bytes + tarPadding(size);
}

} // namespace

bool TarReader::fail(const QString &problem)
{
    m_problem = problem;
    return false;
}

bool TarReader::read(QByteArrayView bytes, std::vector<Part> &parts)
{
    while (m_problem.isEmpty() && !bytes.isEmpty() && !m_over) {
        if (m_stage == Stage::Head) {
            const auto length = std::min(bytes.size(), Block - m_block.size());
            m_block.append(bytes.first(length));
            bytes = bytes.sliced(length);
            if (m_block.size() == Block && !takeHead(parts))
                return false;
            continue;
        }
        const auto length = qsizetype(std::min<qint64>(m_left, bytes.size()));
        if (m_stage == Stage::Long)
            m_long.append(bytes.first(length));
        else if (m_stage == Stage::Content)
            parts.push_back({.what = Part::What::Data, .data = bytes.first(length).toByteArray()});
        bytes = bytes.sliced(length);
        m_left -= length;
        if (m_left > 0)
            break;
        if (m_stage == Stage::Long && !takeLong())
            return false;
        if (m_stage == Stage::Content)
            parts.push_back({.what = Part::What::End});
        const bool padded = m_stage != Stage::Padding && m_padding > 0;
        m_left = padded ? m_padding : 0;
        m_stage = padded ? Stage::Padding : Stage::Head;
    }
    return m_problem.isEmpty();
}

bool TarReader::takeHead(std::vector<Part> &parts)
{
    const auto block = std::exchange(m_block, {});
    if (block.count('\0') == Block) {
        m_over = ++m_emptyBlocks == 2;
        return true;
    }
    m_emptyBlocks = 0;
    if (numberIn(block, Checksum) != checksumOf(block))
        return fail(u"a header's checksum is wrong"_s);
    const auto size = numberIn(block, Size);
    if (!size || *size > LargestSize)
        return fail(u"a size cannot be read"_s);
    const char kind = block[Kind.at];
    m_left = *size;
    m_padding = (Block - m_left % Block) % Block;
    if (kind == 'L' || kind == 'K' || kind == 'x' || kind == 'g') {
        if (m_left > LongLimit)
            return fail(u"a name is too long"_s);
        m_longType = kind;
        m_long.clear();
        m_stage = m_left > 0 ? Stage::Long : Stage::Head;
        return true;
    }
    TarEntry entry{.type = typeOf(kind),
                   .path = textIn(block, Name),
                   .link = textIn(block, Link),
                   .mode = int(numberIn(block, Mode).value_or(0644) & 07777),
                   .modified = numberIn(block, Modified).value_or(0)};
    // GNU's old magic has other things where the prefix is.
    if (const auto prefix = textIn(block, Prefix);
        block.sliced(Magic.at, Magic.size) == QByteArray("ustar\0", 6) && !prefix.isEmpty())
        entry.path = prefix + '/' + entry.path;
    if (const auto path = std::exchange(m_nextPath, {}); !path.isEmpty())
        entry.path = path;
    if (const auto link = std::exchange(m_nextLink, {}); !link.isEmpty())
        entry.link = link;
    if (const auto real = std::exchange(m_nextSize, {})) {
        m_left = *real;
        m_padding = (Block - m_left % Block) % Block;
    }
    if (entry.type == TarEntry::Type::File && entry.path.endsWith('/'))
        entry.type = TarEntry::Type::Folder; // as before ustar
    if (entry.type != TarEntry::Type::File && entry.type != TarEntry::Type::Other)
        m_left = m_padding = 0; // their size means nothing
    entry.size = m_left;
    parts.push_back({.what = Part::What::Begin, .entry = entry});
    if (m_left > 0)
        m_stage = Stage::Content;
    else
        parts.push_back({.what = Part::What::End});
    return true;
}

bool TarReader::takeLong()
{
    const auto text = std::exchange(m_long, {});
    if (m_longType == 'x')
        return readPax(text);
    const auto end = text.indexOf('\0');
    const auto name = end < 0 ? text : text.first(end);
    if (m_longType == 'L')
        m_nextPath = name;
    else if (m_longType == 'K')
        m_nextLink = name;
    return true;
}

/// Records of "length key=value\n", the length being that of the whole record.
bool TarReader::readPax(QByteArrayView records)
{
    while (!records.isEmpty()) {
        const auto space = records.indexOf(' ');
        bool isNumber = false;
        const auto length =
            space > 0 && space < 8 ? records.first(space).toByteArray().toInt(&isNumber) : 0;
        if (!isNumber || length <= space + 1 || length > records.size())
            return fail(u"a pax record cannot be read"_s);
        const auto record = records.sliced(space + 1, length - space - 2);
        records = records.sliced(length);
        const auto equals = record.indexOf('=');
        if (equals < 0)
            return fail(u"a pax record cannot be read"_s);
        const auto key = record.first(equals);
        const auto value = record.sliced(equals + 1).toByteArray();
        if (key == "path")
            m_nextPath = value;
        else if (key == "linkpath")
            m_nextLink = value;
        else if (key == "size") {
            const auto size = value.toLongLong(&isNumber);
            if (!isNumber || size < 0 || size > LargestSize)
                return fail(u"a size cannot be read"_s);
            m_nextSize = size;
        }
    }
    return true;
}

QByteArray tarPadding(qint64 size)
{
    return QByteArray(qsizetype((Block - size % Block) % Block), '\0');
}

QByteArray tarEnd()
{
    return QByteArray(2 * Block, '\0');
}

QByteArray tarHead(const TarEntry &entry)
{
    auto path = entry.path;
    if (entry.type == TarEntry::Type::Folder && !path.endsWith('/'))
        path += '/';
    QByteArray bytes;
    if (entry.link.size() > NameSize)
        bytes += longName('K', entry.link);
    if (path.size() > NameSize)
        bytes += longName('L', path);
    const bool isFile = entry.type == TarEntry::Type::File;
    const char kind = isFile                     ? '0'
        : entry.type == TarEntry::Type::Folder   ? '5'
        : entry.type == TarEntry::Type::HardLink ? '1'
                                                 : '2';
    return bytes
        + blockFor(path, entry.link, kind, isFile ? entry.size : 0, entry.mode, entry.modified);
}

} // namespace kube
