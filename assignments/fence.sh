# Fences a command off: `unshare … sh fence.sh command`, with SCRATCH, KEEP and HIDE set (one path
# a line). Of the folders in HIDE it sees only those in KEEP; nothing can be written but in
# $SCRATCH; it starts in the empty folder $SCRATCH/work; and it gives up the right to undo this.
set -e
IFS='
'
mount -t tmpfs tmpfs /mnt
n=0; for place in $KEEP $SCRATCH; do n=$((n + 1)); mkdir "/mnt/$n"; mount --rbind "$place" "/mnt/$n"; done
for place in $HIDE; do mount -t tmpfs tmpfs "$place"; done
n=0; for place in $KEEP $SCRATCH; do n=$((n + 1)); mkdir -p "$place"; mount --rbind "/mnt/$n" "$place"; done
umount -Rl /mnt
for place in $(findmnt -rno TARGET); do
    place=$(printf %b "$place")
    case $place in /proc | /proc/* | "$SCRATCH") ;; *) mount -o remount,bind,ro "$place" ;; esac
done
mount -t tmpfs -o size=256m tmpfs "$SCRATCH/work"
cd "$SCRATCH/work"
unset SCRATCH KEEP HIDE JPY_PARENT_PID  # the kernel would watch for a parent that it cannot see
exec prlimit --data="$MEMORY" setpriv --bounding-set=-all --inh-caps=-all --no-new-privs -- "$@"
