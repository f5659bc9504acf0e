// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What an AppImage begins with: a static program that finds the squashfs image behind itself, shows
// it as a folder and starts AppRun there, as an AppImage of type 2 has to
// (https://github.com/AppImage/AppImageSpec/blob/master/draft.md). The folder is a FUSE mount that
// goes with the program; where FUSE is not to be had (containers, servers) the image is unpacked
// once into the cache folder. Ours, because no distribution packages the usual runtime.

extern "C" {
#include <squashfuse/ll.h>
#include <squashfuse/squashfuse.h>
}

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include <elf.h>
#include <fcntl.h>
#include <fnmatch.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

[[noreturn]] void fail(const std::string &what)
{
    std::fprintf(stderr, "%s\n", what.c_str());
    std::_Exit(127);
}

/// Where this program ends and the image begins: its section headers are the last of it.
off_t imageOffset(int self)
{
    Elf64_Ehdr header{};
    if (pread(self, &header, sizeof header, 0) != sizeof header)
        fail("This AppImage cannot read itself.");
    return off_t(header.e_shoff) + off_t(header.e_shentsize) * header.e_shnum;
}

std::string selfPath()
{
    std::string path(4096, '\0');
    const auto length = readlink("/proc/self/exe", path.data(), path.size());
    if (length <= 0)
        fail("This AppImage needs /proc to find itself.");
    path.resize(size_t(length));
    return path;
}

std::string variable(const char *name, const char *otherwise = "")
{
    const char *value = getenv(name);
    return value && *value ? value : otherwise;
}

/// The image as libsquashfuse reads it.
class Image
{
public:
    explicit Image(int self)
        : m_self(self)
    {
        if (sqfs_init(&m_fs, self, size_t(imageOffset(self))) != SQFS_OK)
            fail("This AppImage is damaged: the image in it cannot be read. Fetch it again.");
    }

    /// Unpacks what matches `pattern` ("" is all) below `folder`. False when something is in the
    /// way.
    bool unpack(const std::string &folder, const std::string &pattern)
    {
        sqfs_traverse walk;
        if (sqfs_traverse_open(&walk, &m_fs, sqfs_inode_root(&m_fs)) != SQFS_OK)
            return false;
        if (mkdir(folder.c_str(), 0755) != 0 && errno != EEXIST)
            return false;
        sqfs_err error = SQFS_OK;
        bool good = true;
        while (good && sqfs_traverse_next(&walk, &error)) {
            if (!walk.dir_end)
                good = unpackEntry(walk, folder + '/' + walk.path, pattern);
        }
        sqfs_traverse_close(&walk);
        return good && error == SQFS_OK;
    }

private:
    bool unpackEntry(const sqfs_traverse &walk, const std::string &path, const std::string &pattern)
    {
        sqfs_inode inode;
        if (sqfs_inode_get(&m_fs, &inode, walk.entry.inode) != SQFS_OK)
            return false;
        const auto mode = mode_t(inode.base.mode & 07777);
        if (walk.entry.type == SQUASHFS_DIR_TYPE)
            return mkdir(path.c_str(), mode | 0700) == 0 || errno == EEXIST;
        if (!pattern.empty() && fnmatch(pattern.c_str(), walk.path, 0) != 0)
            return true;
        unlink(path.c_str());
        if (walk.entry.type == SQUASHFS_SYMLINK_TYPE)
            return unpackLink(inode, path);
        return walk.entry.type == SQUASHFS_REG_TYPE && unpackFile(inode, path, mode);
    }

    bool unpackLink(sqfs_inode &inode, const std::string &path)
    {
        size_t size = inode.xtra.symlink_size + 1;
        std::string target(size, '\0');
        return sqfs_readlink(&m_fs, &inode, target.data(), &size) == SQFS_OK
            && symlink(target.c_str(), path.c_str()) == 0;
    }

    bool unpackFile(sqfs_inode &inode, const std::string &path, mode_t mode)
    {
        const int file = open(path.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, mode);
        if (file < 0)
            return false;
        std::vector<char> block(256 * 1024);
        off_t at = 0;
        const auto size = off_t(inode.xtra.reg.file_size);
        bool good = true;
        while (good && at < size) {
            auto count = sqfs_off_t(block.size());
            good = sqfs_read_range(&m_fs, &inode, at, &count, block.data()) == SQFS_OK && count > 0
                && write(file, block.data(), size_t(count)) == count;
            at += count;
        }
        return close(file) == 0 && good;
    }

    int m_self;
    sqfs m_fs{};
};

/// Serves the image on `folder` until nobody holds the other end of `alive`; in a process of its
/// own.
[[noreturn]] void serve(const std::string &self, off_t offset, const std::string &folder, int ready,
                        int alive)
{
    // No signal of the terminal: the mount outlives the program that it serves, by a moment.
    setsid();
    auto *image = sqfs_ll_open(self.c_str(), size_t(offset));
    if (!image)
        std::_Exit(1);
    fuse_lowlevel_ops operations{};
    operations.getattr = sqfs_ll_op_getattr;
    operations.opendir = sqfs_ll_op_opendir;
    operations.releasedir = sqfs_ll_op_releasedir;
    operations.readdir = sqfs_ll_op_readdir;
    operations.lookup = sqfs_ll_op_lookup;
    operations.open = sqfs_ll_op_open;
    operations.create = sqfs_ll_op_create;
    operations.release = sqfs_ll_op_release;
    operations.read = sqfs_ll_op_read;
    operations.readlink = sqfs_ll_op_readlink;
    operations.forget = sqfs_ll_op_forget;
    operations.statfs = stfs_ll_op_statfs;
    char name[] = "krateyard", option[] = "-o",
         options[] = "ro,nodev,nosuid,fsname=krateyard,subtype=AppImage";
    char *words[] = {name, option, options, nullptr};
    fuse_args arguments{3, words, 0};
    sqfs_ll_chan channel{};
    if (sqfs_ll_mount(&channel, folder.c_str(), &arguments, &operations, sizeof operations, image)
        != SQFS_OK)
        std::_Exit(1);
    const bool told = write(ready, "m", 1) == 1;
    close(ready);
    fuse_buf buffer{};
    pollfd waiting[] = {{fuse_session_fd(channel.session), POLLIN, 0}, {alive, POLLIN, 0}};
    while (told && !fuse_session_exited(channel.session)) {
        if (poll(waiting, 2, -1) < 0 && errno != EINTR)
            break;
        if (waiting[0].revents & POLLIN) {
            const int got = fuse_session_receive_buf(channel.session, &buffer);
            if (got <= 0 && got != -EINTR)
                break;
            if (got > 0)
                fuse_session_process_buf(channel.session, &buffer);
        } else if (waiting[0].revents || waiting[1].revents) {
            break; // unmounted from outside, or the last program that was started is gone
        }
    }
    sqfs_ll_unmount(&channel, folder.c_str());
    rmdir(folder.c_str());
    std::_Exit(0);
}

/// The folder where the image is mounted; empty where FUSE is not to be had. The mount lasts as
/// long as this process, what it becomes, and their children.
std::string mounted(const std::string &self, off_t offset)
{
    if (access("/dev/fuse", R_OK | W_OK) != 0)
        return {};
    std::string folder = variable("TMPDIR", "/tmp") + "/.mount_krateyXXXXXX";
    int ready[2], alive[2];
    if (!mkdtemp(folder.data()))
        return {};
    // The end that is kept open in AppRun and its children tells that they live.
    if (pipe2(ready, O_CLOEXEC) != 0 || pipe2(alive, 0) != 0)
        return {};
    const pid_t child = fork();
    if (child == 0) {
        close(ready[0]);
        close(alive[1]);
        if (fork() == 0) // an orphan: nobody has to wait for it
            serve(self, offset, folder, ready[1], alive[0]);
        std::_Exit(0);
    }
    close(ready[1]);
    close(alive[0]);
    int status = 0;
    waitpid(child, &status, 0);
    char byte = 0;
    const bool good = read(ready[0], &byte, 1) == 1;
    close(ready[0]);
    if (good)
        return folder;
    close(alive[1]);
    rmdir(folder.c_str());
    return {};
}

/// The folder in the cache where the image lies unpacked: named by size and time of this file, so
/// another version is another folder.
std::string unpacked(const std::string &self, int descriptor)
{
    struct stat status{};
    fstat(descriptor, &status);
    auto caches = variable("XDG_CACHE_HOME", (variable("HOME", "/tmp") + "/.cache").c_str());
    mkdir(caches.c_str(), 0700);
    caches += "/krateyard";
    mkdir(caches.c_str(), 0700);
    const auto folder = caches + "/appimage-" + std::to_string(status.st_size) + '-'
        + std::to_string(status.st_mtim.tv_sec);
    if (access((folder + "/AppRun").c_str(), X_OK) == 0)
        return folder;
    auto partial = caches + "/appimage-XXXXXX";
    if (!mkdtemp(partial.data()) || !Image(descriptor).unpack(partial, {}))
        fail(self + " could not be unpacked into " + caches + ": is there room for 200 MB?");
    if (rename(partial.c_str(), folder.c_str()) != 0 && errno != EEXIST && errno != ENOTEMPTY)
        fail(folder + " cannot be written.");
    return folder; // or somebody else was first: theirs is as good
}

/// --appimage-…: what one may ask of any AppImage. False: the words are the program's.
bool answered(const std::string &self, int descriptor, int argc, char **argv)
{
    const std::string_view word = argc > 1 ? argv[1] : "";
    if (word == "--appimage-offset") {
        std::printf("%jd\n", intmax_t(imageOffset(descriptor)));
    } else if (word == "--appimage-extract") {
        if (!Image(descriptor).unpack("squashfs-root", argc > 2 ? argv[2] : ""))
            fail("Unpacking into squashfs-root failed.");
        std::puts("squashfs-root");
    } else if (word == "--appimage-mount") {
        const auto folder = mounted(self, imageOffset(descriptor));
        if (folder.empty())
            fail("FUSE is not to be had here; --appimage-extract unpacks instead.");
        std::printf("%s\n", folder.c_str());
        std::fflush(stdout);
        pause(); // until a signal comes; the mount goes with us
    } else if (word == "--appimage-help") {
        std::puts("--appimage-extract [pattern]   unpack into squashfs-root\n"
                  "--appimage-mount              mount, print where, and wait\n"
                  "--appimage-offset             print where the image begins\n"
                  "APPIMAGE_EXTRACT_AND_RUN=1    unpack into the cache folder instead of mounting");
    } else {
        return false;
    }
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    const auto self = selfPath();
    const int descriptor = open("/proc/self/exe", O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        fail(self + " cannot be read.");
    if (answered(self, descriptor, argc, argv))
        return 0;
    std::string folder;
    if (variable("APPIMAGE_EXTRACT_AND_RUN").empty())
        folder = mounted(self, imageOffset(descriptor));
    if (folder.empty())
        folder = unpacked(self, descriptor);
    setenv("APPIMAGE", self.c_str(), 1);
    setenv("APPDIR", folder.c_str(), 1);
    const auto program = folder + "/AppRun";
    argv[0] = const_cast<char *>(program.c_str());
    execv(program.c_str(), argv);
    fail(program + " cannot be started.");
}
